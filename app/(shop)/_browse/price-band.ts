import { currencyDecimals, moneyTextShort } from '@/app/_ui/money-text'

/** A range of prices in major units, both ends included; an end that is missing is open. Written `10-25` in addresses. */
export type PriceBand = { from?: number | undefined; to?: number | undefined }

const BANDS: readonly PriceBand[] = [
  { to: 10 },
  { from: 10, to: 25 },
  { from: 25, to: 50 },
  { from: 50, to: 100 },
  { from: 100 },
]

/** The bands that a shopper may choose from, in words. */
export function priceBandOptions(currency: string): { value: string; label: string }[] {
  return BANDS.map((band) => ({ value: formatPriceBand(band), label: priceBandText(band, currency) }))
}

export function formatPriceBand({ from, to }: PriceBand): string {
  return `${from ?? ''}-${to ?? ''}`
}

/** Reads what an address says; anything that is no band is none. */
export function parsePriceBand(text: string): PriceBand | undefined {
  const [, from, to] = /^(\d{0,6})-(\d{0,6})$/.exec(text) ?? []
  if (!from && !to) return undefined
  return { from: from ? Number(from) : undefined, to: to ? Number(to) : undefined }
}

function priceBandText({ from, to }: PriceBand, currency: string): string {
  const money = (major: number) => moneyTextShort(toMinor(major, currency), currency)
  if (from === undefined) return `Up to ${money(to ?? 0)}`
  return to === undefined ? `${money(from)} and more` : `${money(from)} to ${money(to)}`
}

export function toMinor(major: number, currency: string): number {
  return major * 10 ** currencyDecimals(currency)
}
