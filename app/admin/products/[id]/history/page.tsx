import type { Metadata } from 'next'
import { askHistory } from '../../../_history/ask-history'
import { HistoryPage } from '../../../_history/history-page'
import type { SearchParams } from '../../../address'
import { productHistoryPath, productPath, productsPath } from '../../product-filter'
import { askProduct } from '../ask-product'
import { ProductStanding } from './product-standing'

type ProductHistoryPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: ProductHistoryPageProps): Promise<Metadata> {
  const product = (await askProduct((await params).id))?.data
  return { title: product ? `History of ${product.name}` : 'Product not found' }
}

export default async function ProductHistoryPage({ params, searchParams }: ProductHistoryPageProps) {
  const productId = (await params).id
  const { life, asked, writing } = await askHistory('product', productId, await searchParams)
  const { standing } = life
  const name = standing?.name ?? 'a product'
  return (
    <HistoryPage
      trail={[
        { href: productsPath({}), label: 'Products' },
        { href: productPath(productId), label: name },
      ]}
      name={name}
      path={productHistoryPath(productId)}
      life={life}
      asked={asked}
      writing={{ ...writing, currency: standing?.currency ?? writing.currency }}
      standing={standing && <ProductStanding product={standing} />}
    />
  )
}
