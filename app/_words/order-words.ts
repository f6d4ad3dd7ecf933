import { moneyText } from '@/app/_ui/money-text'
import type { WordsFor } from './words-for'

export const orderWords: WordsFor<
  | 'OrderAlreadyPlaced'
  | 'OrderNotFound'
  | 'OrderNotPaid'
  | 'OrderAlreadyShipped'
  | 'OrderAlreadyCancelled'
  | 'OrderAlreadyRefunded'
  | 'OrderIsHistory'
  | 'RefundTooLarge'
  | 'PaymentAlreadySettled'
> = {
  OrderAlreadyPlaced: () => ({
    title: 'This order is already placed',
    body: 'It is in your orders. Nothing was ordered twice.',
  }),
  OrderNotFound: () => ({
    title: 'There is no such order',
    body: 'Look for it in the list of orders: the link may have lost a letter.',
  }),
  OrderNotPaid: ({ number }) => ({
    title: `Order ${number} is not paid yet`,
    body: 'Its payment has not been confirmed. Try again once the order says that it is paid.',
  }),
  OrderAlreadyShipped: ({ number }) => ({
    title: `Order ${number} has been shipped`,
    body: 'It is on its way, and nothing more can be taken back from it but money.',
  }),
  OrderAlreadyCancelled: ({ number }) => ({
    title: `Order ${number} is cancelled`,
    body: 'Nothing of it is sent, and nothing of it stays charged.',
  }),
  OrderAlreadyRefunded: ({ number, refunded }, currency) => ({
    title: `Order ${number} has been refunded`,
    body: `${moneyText(refunded, currency)} went back for it, which is all that was paid: it is not shipped. Cancel it, and its items are on the shelf again.`,
  }),
  OrderIsHistory: ({ number }) => ({
    title: `Order ${number} is history`,
    body: 'It was imported, and only tells what happened elsewhere. Nothing can be done with it here.',
  }),
  RefundTooLarge: ({ number, left }, currency) => ({
    title: 'That is more than was paid',
    body:
      left > 0
        ? `At most ${moneyText(left, currency)} of order ${number} can go back now.`
        : `All of order ${number} has gone back already.`,
  }),
  PaymentAlreadySettled: () => ({
    title: 'The payment is settled already',
    body: 'The first answer stands. Load the page again to see it.',
  }),
}
