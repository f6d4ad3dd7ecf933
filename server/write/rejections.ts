import type { ProductWords } from '@/server/events/product'
import type { CardRefusal } from '@/server/payment/provider'

/**
 * Every expected "no" of the shop: what it says besides its code, who raises it, and what the caller does about it.
 * Nothing personal stands in a rejection: the ledger keeps it.
 */

type Line = { variantId: string; name: string; label: string }
/** The code says it all. */
type Nothing = Record<never, never>

export type RejectionDetails = {
  InvalidInput: { command: string; issues: { path: string; message: string }[] }
  NotPermitted: { command: string }
  CommandIdReused: Nothing
  CommandNotFound: { name: string }

  VariantNotFound: { variantId: string }
  ItemNotInCart: { variantId: string }
  TooManyOfOneItem: { name: string; most: number }
  OutOfStock: { lines: (Line & { wanted: number; inStock: number })[] }
  ProductDiscontinued: { lines: Line[] }

  CartIsEmpty: Nothing
  CartHasChanged: { lines: (Line & { quantity: number; unitPrice: number })[] }
  PriceHasChanged: { lines: (Line & { was: number; now: number })[] }
  OrderAlreadyPlaced: { orderId: string }

  OrderNotFound: { orderId: string }
  OrderNotPaid: { number: string }
  OrderAlreadyShipped: { number: string }
  OrderAlreadyCancelled: { number: string }
  OrderAlreadyRefunded: { number: string; refunded: number }
  OrderIsHistory: { number: string }
  RefundTooLarge: { number: string; left: number }
  PaymentAlreadySettled: { paymentId: string; status: string }

  CustomerNotRegistered: Nothing
  CustomerAlreadyRegistered: Nothing
  EmailTaken: Nothing
  AddressNotFound: { addressId: string }
  TooManyAddresses: { most: number }

  ProductNotFound: { productId: string }
  ProductAlreadyDiscontinued: { name: string }
  ProductIsTheSame: { name: string }
  /** `now`: the words that were to change and that somebody else has changed, as they are. */
  ProductHasChanged: { name: string; now: Partial<ProductWords> }
  PriceIsTheSame: { price: number }
  StockIsTheSame: { name: string; label: string; seen: number }
  /** So many are missing, and fewer can be sold: the rest is of orders that were placed. */
  StockIsPromised: { name: string; label: string; inStock: number; missing: number }
  CurrencyIsAnother: { currency: string }
  SlugTaken: { slug: string }
  SkuTaken: { skus: string[] }
} & Record<CardRefusal, Nothing>

export type RejectionCode = keyof RejectionDetails

type Entry = { raisedBy: string; whatToDo: string }

export const rejections: Record<RejectionCode, Entry> = {
  InvalidInput: { raisedBy: 'every command', whatToDo: 'Show the issue at its field; without a form it is a bug.' },
  NotPermitted: { raisedBy: 'every command', whatToDo: 'Ask to sign in, with an account that may.' },
  CommandIdReused: { raisedBy: 'every command', whatToDo: 'A bug of the caller: other input needs another id.' },
  CommandNotFound: {
    raisedBy: 'the door for commands',
    whatToDo: 'A bug of the caller, or a page older than the shop: reload.',
  },

  VariantNotFound: { raisedBy: 'commands that name a variant', whatToDo: 'Load the product again; it is not there.' },
  ItemNotInCart: { raisedBy: 'ChangeItemQuantity', whatToDo: 'Show the cart again: another tab removed the item.' },
  TooManyOfOneItem: { raisedBy: 'AddItemToCart', whatToDo: 'Offer at most as many as it says.' },
  OutOfStock: {
    raisedBy: 'AddItemToCart, ChangeItemQuantity, PlaceOrder',
    whatToDo: 'Offer what is in stock of each line, or to remove it.',
  },
  ProductDiscontinued: {
    raisedBy: 'AddItemToCart, ChangeItemQuantity, PlaceOrder',
    whatToDo: 'Offer to remove the lines.',
  },

  CartIsEmpty: { raisedBy: 'PlaceOrder', whatToDo: 'Show the empty cart, and the orders: one may be placed already.' },
  CartHasChanged: { raisedBy: 'PlaceOrder', whatToDo: 'Show the lines as they are now, and ask again.' },
  PriceHasChanged: { raisedBy: 'PlaceOrder', whatToDo: 'Show both prices, and ask again with those of now.' },
  OrderAlreadyPlaced: { raisedBy: 'PlaceOrder, ImportOrder', whatToDo: 'A bug of the caller: orders need new ids.' },

  OrderNotFound: { raisedBy: 'commands on an order', whatToDo: 'Say so; whose order it may be is nobody’s business.' },
  OrderNotPaid: { raisedBy: 'ShipOrder, RefundOrder', whatToDo: 'Wait for the payment.' },
  OrderAlreadyShipped: { raisedBy: 'ShipOrder, CancelOrder', whatToDo: 'Show the order: it is on its way.' },
  OrderAlreadyCancelled: { raisedBy: 'commands on an order', whatToDo: 'Show the order; a payment is voided.' },
  OrderAlreadyRefunded: { raisedBy: 'ShipOrder', whatToDo: 'Show the order with its refunds; offer to cancel it.' },
  OrderIsHistory: { raisedBy: 'commands on an imported order', whatToDo: 'Say that imported orders only tell.' },
  RefundTooLarge: { raisedBy: 'RefundOrder', whatToDo: 'Offer what is left.' },
  CardNumberInvalid: { raisedBy: 'tokenise', whatToDo: 'Show it at the number: the check digit does not fit.' },
  CardNotATestCard: {
    raisedBy: 'tokenise of the test provider',
    whatToDo: 'Show the test cards: it takes no real ones.',
  },
  CardExpiryInvalid: { raisedBy: 'tokenise', whatToDo: 'Show it at the expiry: month and year are wanted.' },
  CardExpired: { raisedBy: 'tokenise', whatToDo: 'Ask for another card.' },
  CardCodeInvalid: { raisedBy: 'tokenise', whatToDo: 'Show it at the code: three or four digits are wanted.' },
  PaymentAlreadySettled: { raisedBy: 'RecordPayment…', whatToDo: 'Nothing: the first answer stands.' },

  CustomerNotRegistered: {
    raisedBy: 'UpdateAddress, ChangeContact',
    whatToDo: 'Register the account as customer first.',
  },
  CustomerAlreadyRegistered: { raisedBy: 'RegisterCustomer, ImportCustomer', whatToDo: 'Nothing: it is done.' },
  EmailTaken: { raisedBy: 'RegisterCustomer, ChangeContact', whatToDo: 'Ask to sign in, or for another address.' },
  AddressNotFound: { raisedBy: 'UpdateAddress', whatToDo: 'Show the addresses again.' },
  TooManyAddresses: { raisedBy: 'UpdateAddress', whatToDo: 'Offer to change one instead.' },

  ProductNotFound: { raisedBy: 'commands on a product', whatToDo: 'Show the products again.' },
  ProductAlreadyDiscontinued: { raisedBy: 'commands on a product', whatToDo: 'Show the product: it is not sold.' },
  ProductIsTheSame: { raisedBy: 'ReviseProduct', whatToDo: 'Say so.' },
  ProductHasChanged: {
    raisedBy: 'ReviseProduct',
    whatToDo: 'Show what it says now beside what was typed, and ask again as seen now.',
  },
  PriceIsTheSame: { raisedBy: 'ChangePrice', whatToDo: 'Say so.' },
  StockIsTheSame: { raisedBy: 'CorrectStock', whatToDo: 'Say so.' },
  StockIsPromised: {
    raisedBy: 'CorrectStock',
    whatToDo: 'Say how many can be sold now; an order may have to be cancelled.',
  },
  CurrencyIsAnother: { raisedBy: 'CreateProduct, imports', whatToDo: 'Use the currency that the shop sells in.' },
  SlugTaken: { raisedBy: 'CreateProduct, ImportProduct', whatToDo: 'Ask for another address of the page.' },
  SkuTaken: { raisedBy: 'CreateProduct, ImportProduct', whatToDo: 'Ask for other SKUs.' },
}

type Refusal<Code extends RejectionCode> = { rejection: { code: Code } & RejectionDetails[Code] }

/** Says no, in one of the shop's words and with the details that belong to it. */
export function refuse<Code extends RejectionCode>(
  code: Code,
  ...[details]: keyof RejectionDetails[Code] extends never ? [] : [RejectionDetails[Code]]
): Refusal<Code> {
  return { rejection: { code, ...details } as Refusal<Code>['rejection'] }
}
