import { moneyText } from '@/app/_ui/money-text'
import { itemName, listed } from '@/app/_words/words-for'
import type { CorrectionReason } from '@/server/events/product'
import type { ActivityEntry } from '@/server/read/activity/activity.view'
import { orderPath, ordersPath } from '../orders/order-filter'
import { differenceText, reasonWord } from '../products/correction-words'
import { productPath } from '../products/product-filter'

/** A line of the feed: what happened to what, and where to look at it. */
export type ActivityWords = { subject: string; text: string; href: string | null }

export function activityWords({ type, subjectId, details }: ActivityEntry, currency: string): ActivityWords {
  const word = (name: string) => String(details[name] ?? '')
  const money = (name: string) => moneyText(Number(details[name] ?? 0), String(details.currency ?? currency))
  const order = { subject: word('number'), href: orderPath(subjectId) }
  const product = (subject: string) => ({ subject, href: productPath(subjectId) })
  const called = itemName({ name: word('name'), label: word('label') })
  switch (type) {
    case 'OrderPlaced':
      return { ...order, text: `${word('name') || 'Somebody'} ordered for ${money('total')}` }
    case 'PaymentDeclined':
      return { ...order, text: `payment declined: ${word('reason')}` }
    case 'OrderCancelled':
      return { ...order, text: `cancelled: ${word('reason')}` }
    case 'OrderShipped':
      return { ...order, text: `shipped with ${word('carrier')}` }
    case 'RefundIssued':
      // An imported history does not always say which order the money went back for.
      return {
        ...order,
        href: details.number ? order.href : null,
        text: `${money('amount')} refunded: ${word('reason')}`,
      }
    case 'ProductCreated':
      return { ...product(word('name')), text: 'is new' }
    case 'ProductRevised':
      return { ...product(called), text: `has another ${listed(word('changed').split(' '))}` }
    case 'PriceChanged':
      return {
        ...product(called || 'A price'),
        text: `went from ${money('from')} to ${money('to')}: ${word('reason')}`,
      }
    case 'ProductRestocked':
      return {
        ...product(called || 'A shelf'),
        text: `restocked with ${Number(details.quantity).toLocaleString('en-GB')}`,
      }
    case 'StockCorrected':
      return {
        ...product(called),
        text: `has ${differenceText(Number(details.by))}: ${reasonWord(word('reason') as CorrectionReason)}`,
      }
    case 'ProductDiscontinued':
      return { ...product(called || 'A product'), text: `discontinued: ${word('reason')}` }
    case 'CustomerRegistered':
      return {
        subject: word('name') || 'Somebody',
        text: 'opened an account',
        href: ordersPath({ text: word('name') }),
      }
  }
}
