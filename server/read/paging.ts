import { z } from 'zod'
import { typedInput } from '@/server/events/inputs'

/** Which page of a list: pages are counted from 1. */
export type Paging = { page: number; pageSize: number }

/** The fields of an input that asks for a page. */
export function paging(pageSize: number) {
  return { page: z.int().min(1).default(1), pageSize: z.int().min(1).max(100).default(pageSize) }
}

export function offsetOf({ page, pageSize }: Paging): number {
  return (page - 1) * pageSize
}

/** What a person typed into a search field. */
export const searchText = typedInput.max(100).optional()

/** A pattern for `ilike` that finds the text anywhere, whatever signs stand in it. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}

/**
 * A list with one more row where `compare` puts it, as the page would be if the rows were in the table already. A row
 * that belongs to another page leaves this one as it is: what moves in from there is not known here.
 */
export function insertOnPage<Row>(
  rows: readonly Row[],
  row: Row,
  compare: (a: Row, b: Row) => number,
  { page, pageSize }: Paging,
): Row[] {
  const at = rows.findIndex((other) => compare(row, other) < 0)
  if (at === 0 && page > 1) return [...rows]
  const isLast = at === -1
  if (isLast && rows.length === 0 && page > 1) return [...rows]
  return (isLast ? [...rows, row] : rows.toSpliced(at, 0, row)).slice(0, pageSize)
}
