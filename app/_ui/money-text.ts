/** The language that the shop writes in. */
export const LOCALE = 'en-GB'

const formats = new Map<string, Intl.NumberFormat>()

function moneyFormat(currency: string, compact: boolean): Intl.NumberFormat {
  const key = `${currency}${compact ? ' compact' : ''}`
  const known = formats.get(key)
  if (known) return known
  const options: Intl.NumberFormatOptions = compact ? { notation: 'compact', maximumSignificantDigits: 3 } : {}
  const format = new Intl.NumberFormat(LOCALE, { style: 'currency', currency, ...options })
  formats.set(key, format)
  return format
}

/** How many decimals a currency has: 2 for GBP, 0 for JPY. */
export function currencyDecimals(currency: string): number {
  return moneyFormat(currency, false).resolvedOptions().maximumFractionDigits ?? 2
}

/** Minor units in words: `moneyText(123456, 'GBP')` is "£1,234.56". */
export function moneyText(minor: number, currency: string): string {
  return moneyFormat(currency, false).format(minor / 10 ** currencyDecimals(currency))
}

/** Short, for the axis of a chart: "£1.2K". */
export function moneyTextShort(minor: number, currency: string): string {
  return moneyFormat(currency, true).format(minor / 10 ** currencyDecimals(currency))
}
