import { PRODUCT_WORDS, type ProductWords } from '@/server/events/product'
import { categoryName } from './category-words'

const LABELS: Record<keyof ProductWords, string> = {
  name: 'Name',
  description: 'Description',
  category: 'Category',
  picture: 'Picture',
}

/** Some of a product's words, as people read them. */
export function wordFacts({ category, picture, ...words }: Partial<ProductWords>): { label: string; value: string }[] {
  const read = {
    ...words,
    category: category && categoryName(category),
    picture: picture?.replaceAll('-', ' '),
  }
  return PRODUCT_WORDS.flatMap((word) => {
    const value = read[word]
    return value === undefined ? [] : [{ label: LABELS[word], value }]
  })
}
