import { moneyText } from '@/app/_ui/money-text'
import type { Change } from '@/server/engine/log/difference'

const AMOUNTS = new Set(['price', 'unitPrice', 'amount', 'discount', 'shipping', 'tax', 'total'])

/** `paymentStatus` is "payment status". */
const spaced = (name: string) => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
export const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** A field as people call it: "Payment status", "Brass: stock", "Refunds 1: amount". */
export function fieldName(path: readonly string[]): string {
  const [list = '', element, field] = path
  if (element !== undefined && field !== undefined) {
    const which = /^\d+$/.test(element) ? `${capital(spaced(list))} ${element}` : element
    return `${which}: ${path.slice(2).map(spaced).join(' ')}`
  }
  return capital(
    path
      .filter((part) => part !== 'amounts')
      .map(spaced)
      .join(' '),
  )
}

/** What stands in it; null where nothing does. Moments come as they are, for `DateTime` to write out. */
export function fieldText({ path }: Pick<Change, 'path'>, value: Change['after'], currency: string): string | null {
  if (value === null || value === '') return null
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return path.at(-1) === 'status' ? capital(value.replaceAll('-', ' ')) : value
  const isMoney = AMOUNTS.has(path.at(-1) ?? '') || path.join('.') === 'amounts.lines'
  return isMoney ? moneyText(value, currency) : value.toLocaleString('en-GB')
}

/** Ids say nothing to people: what they stand for is named beside them. */
export function isWorthTelling({ path }: Change): boolean {
  return !/Id$/.test(path.at(-1) ?? '')
}

/** `PaymentAuthorised` is "Payment authorised". */
export const eventName = (type: string) => capital(spaced(type))

/** An instant as events and views write it. */
export const isInstant = (text: string) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text)
