import { dateText } from './date-text'
import { LOCALE, moneyText, moneyTextShort } from './money-text'

/** One day's figure. `day` is a calendar day of the shop, "2026-03-04". */
export type DailyPoint = {
  day: string
  /** Minor units of money, or a count. */
  value: number
  /** The day is not over. */
  partial?: boolean | undefined
}

/** What the figures are. Data and not a function: it crosses from server to browser. */
export type DailyUnit = { kind: 'money'; currency: string } | { kind: 'count'; one: string; many: string }

/** "4 March 2026". A calendar day has no zone; it is read in the one it is written in. */
export function dayText(day: string): string {
  return dateText(new Date(`${day}T00:00:00Z`), 'UTC', 'date')
}

const tick = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', day: 'numeric', month: 'short' })

/** "4 Mar", for the axis. */
export function dayTextShort(day: string): string {
  return tick.format(new Date(`${day}T00:00:00Z`))
}

export function valueText(value: number, unit: DailyUnit): string {
  if (unit.kind === 'money') return moneyText(value, unit.currency)
  return `${value.toLocaleString(LOCALE)} ${value === 1 ? unit.one : unit.many}`
}

export function valueTextShort(value: number, unit: DailyUnit): string {
  return unit.kind === 'money' ? moneyTextShort(value, unit.currency) : value.toLocaleString(LOCALE)
}
