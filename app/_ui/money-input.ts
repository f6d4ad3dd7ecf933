import { currencyDecimals, LOCALE } from './money-text'

const AMOUNT = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/

/**
 * Reads an amount as people type it, "12", "12.5", "£1,250.00", into minor units: digit by digit, so that no float ever
 * rounds it. Null where it is no amount, or finer than the currency's smallest coin.
 */
export function parseMoney(text: string, currency: string): number | null {
  const [, whole, fraction = ''] = AMOUNT.exec(text.trim().replace(/^\p{Sc}\s*/u, '')) ?? []
  const decimals = currencyDecimals(currency)
  if (whole === undefined || fraction.length > decimals) return null
  const minor = Number(whole.replaceAll(',', '') + fraction.padEnd(decimals, '0'))
  return Number.isSafeInteger(minor) ? minor : null
}

/** Writes minor units as they stand in a field that `parseMoney` reads: "1250.00". */
export function moneyInputText(minor: number, currency: string): string {
  const decimals = currencyDecimals(currency)
  const digits = String(minor).padStart(decimals + 1, '0')
  return decimals > 0 ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits
}

/** The sign that stands before such a field: "£". */
export function currencySign(currency: string): string {
  const parts = new Intl.NumberFormat(LOCALE, { style: 'currency', currency }).formatToParts(0)
  return parts.find(({ type }) => type === 'currency')?.value ?? currency
}
