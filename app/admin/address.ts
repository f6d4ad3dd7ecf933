/** What a page is asked for beyond its path. */
export type SearchParams = Record<string, string | string[] | undefined>

/** A parameter as text; of one that is given twice, the first. */
export function one(param: string | string[] | undefined): string {
  return (Array.isArray(param) ? param[0] : param)?.trim() ?? ''
}

/** The page of a list; the first, where the address says nothing sensible. */
export function pageOf({ page }: SearchParams): number {
  const number = Number(one(page))
  return Number.isInteger(number) && number >= 1 && number <= 100_000 ? number : 1
}

/** Nothing was sold before it, and what is compared with a range lies before the range. */
const FIRST_DAY = '1900-01-01'

/** The calendar day `YYYY-MM-DD` that a parameter names, if there is such a day. */
export function dayIn(param: string | string[] | undefined): string | undefined {
  const day = one(param)
  if (day < FIRST_DAY) return undefined
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : undefined
}

/** The address with these parameters. What says nothing is left out, and so is the first page. */
export function addressWith(path: string, params: Record<string, string | number | undefined>): string {
  const said = Object.entries(params).filter(([name, value]) => value && !(name === 'page' && value === 1))
  if (said.length === 0) return path
  return `${path}?${new URLSearchParams(said.map(([name, value]) => [name, String(value)]))}`
}
