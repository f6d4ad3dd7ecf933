import { type SQL, sql } from 'drizzle-orm'
import { productListing } from '@/db/read/products'
import { containing } from '../paging'
import { wordsOf } from '../search-words'

export type TextMatch = { condition: SQL; rank: SQL }

/** Where no word ranks a product. A plain number would be the place of a column to sort by. */
export const UNRANKED = sql`0::real`

/**
 * How a product matches what was typed: by word stems, by words as they are written, the last of which may be still
 * being typed, or by a part of the name. Undefined where nothing was typed.
 */
export function textMatch(text: string | undefined, mode: 'every' | 'some'): TextMatch | undefined {
  if (!text) return undefined
  const words = wordsOf(text)
  const isPartOfName = sql`${productListing.name} ilike ${containing(text)}`
  if (words.length === 0) return { condition: isPartOfName, rank: UNRANKED }
  const joint = mode === 'every' ? ' & ' : ' | '
  // Letters and digits alone, so there is nothing in it that to_tsquery could misread.
  const stems = sql`to_tsquery('english', ${words.join(joint)})`
  const typed = sql`to_tsquery('simple', ${`${words.join(joint)}:*`})`
  const wanted = sql`(${stems} || ${typed})`
  return {
    condition: sql`(${productListing.search} @@ ${wanted} or ${isPartOfName})`,
    rank: sql`ts_rank(${productListing.search}, ${wanted})`,
  }
}
