import type { OrderAmounts } from '@/server/events/order'
import type { Address, Contact } from '@/server/events/values'
import { escaped, letterFoot, letterHtml, letterLink } from './letter-html'
import type { Mail } from './mail'

export type ConfirmedOrder = {
  orderId: string
  number: string
  currency: string
  contact: Contact
  address: Address | null
  lines: readonly { name: string; label: string; quantity: number; amount: number }[]
  amounts: OrderAmounts
}

type Words = Omit<Mail, 'messageId' | 'to'>

/** What a buyer is told when their order stands: the same in plain text and in HTML that loads nothing. */
export function orderConfirmation(order: ConfirmedOrder, shopUrl: string): Words {
  const subject = `Your order ${order.number} stands`
  return { subject, text: textOf(order, linkTo(order, shopUrl)), html: htmlOf(order, linkTo(order, shopUrl)) }
}

const linkTo = ({ orderId }: ConfirmedOrder, shopUrl: string) => new URL(`/orders/${orderId}`, shopUrl).href

const itemText = ({ name, label, quantity }: ConfirmedOrder['lines'][number]) =>
  `${quantity} × ${label ? `${name}, ${label}` : name}`

function sumsOf({ amounts, currency }: ConfirmedOrder): [string, string][] {
  const money = (minor: number) => moneyText(minor, currency)
  return [
    ['Items', money(amounts.lines)],
    ...(amounts.discount > 0 ? [['Discount', `−${money(amounts.discount)}`] as [string, string]] : []),
    ['Shipping', amounts.shipping > 0 ? money(amounts.shipping) : 'Free'],
    ['VAT, included', money(amounts.tax)],
    ['Total', money(amounts.total)],
  ]
}

const countryNames = new Intl.DisplayNames('en-GB', { type: 'region' })

function addressLines({ address }: ConfirmedOrder): string[] {
  if (!address) return []
  const { name, line1, line2, city, postcode, country } = address
  const countryName = countryNames.of(country) ?? country
  return [name, line1, line2, `${city} ${postcode}`, countryName].filter(Boolean)
}

const thanks = ({ contact, number }: ConfirmedOrder) =>
  `Thank you, ${contact.name}. Your payment is authorised and order ${number} stands; we are packing it.`
const farewell = 'You need do nothing. We write no other letter about this order: its page says where it is.'

function textOf(order: ConfirmedOrder, link: string): string {
  const lines = order.lines.map((line): [string, string] => [itemText(line), moneyText(line.amount, order.currency)])
  const sums = sumsOf(order)
  const width = Math.max(...[...lines, ...sums].map(([label, value]) => label.length + value.length)) + 3
  const tabled = (rows: readonly [string, string][]) =>
    rows.map(([label, value]) => label + value.padStart(width - label.length)).join('\n')
  const indented = (rows: readonly string[]) => rows.map((row) => `  ${row}`).join('\n')
  const parcel = addressLines(order)
  const parts = [
    thanks(order),
    tabled(lines),
    tabled(sums),
    parcel.length > 0 && `It goes to\n${indented(parcel)}`,
    `See your order\n${indented([link])}`,
    farewell,
    'Tidemark',
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

const CELL = 'padding:6px 0;border-bottom:1px solid #e3dccd'

function htmlOf(order: ConfirmedOrder, link: string): string {
  const row = (label: string, value: string, strong = false) =>
    `<tr><td style="${CELL}${strong ? ';font-weight:600' : ''}">${escaped(label)}</td>` +
    `<td style="${CELL};text-align:right;white-space:nowrap${strong ? ';font-weight:600' : ''}">${escaped(value)}</td></tr>`
  const lines = order.lines.map((line) => row(itemText(line), moneyText(line.amount, order.currency)))
  const sums = sumsOf(order).map(([label, value], at, all) => row(label, value, at === all.length - 1))
  const parcel = addressLines(order).map(escaped).join('<br>')
  return letterHtml(`Order ${order.number}`, [
    // A number that breaks at its hyphen is hard to read out.
    `<p>${escaped(thanks(order)).replace(order.number, '<span style="white-space:nowrap">$&</span>')}</p>`,
    `<table role="presentation" style="width:100%;border-collapse:collapse">${lines.join('')}${sums.join('')}</table>`,
    parcel && `<p style="margin-top:24px"><strong style="font-weight:600">It goes to</strong><br>${parcel}</p>`,
    letterLink(link, 'See your order'),
    letterFoot(farewell),
  ])
}

function moneyText(minor: number, currency: string): string {
  const { format, units } = moneyFormats.get(currency) ?? moneyFormat(currency)
  return format.format(minor / units)
}

/** A shop has one currency, and a format takes longer to make than a letter to write. */
const moneyFormats = new Map<string, ReturnType<typeof moneyFormat>>()

function moneyFormat(currency: string) {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency })
  const made = { format, units: 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2) }
  moneyFormats.set(currency, made)
  return made
}
