import type { PaymentMethod } from '@/server/events/order'

/** What a buyer types. It goes to the provider and nowhere else: no log, no table, no journal. */
export type Card = { number: string; expiry: string; cvc: string }

/** A form that may be posted twice says by which key the second time is known, and gets the same token again. */
export type CardToTokenise = Card & { onceFor?: string | undefined }

export type CardRefusal =
  | 'CardNumberInvalid'
  | 'CardNotATestCard'
  | 'CardExpiryInvalid'
  | 'CardExpired'
  | 'CardCodeInvalid'

export type Tokenised = { ok: true; method: PaymentMethod } | { ok: false; code: CardRefusal }

export type Authorisation =
  | { status: 'authorised'; reference: string }
  | { status: 'declined'; reason: string }
  | { status: 'delayed'; reference: string }

export type Charge = { paymentId: string; amount: number; currency: string; token: string }

/**
 * Who moves the money. Every call may come again (a crash, a lost answer), and then has no further effect: `paymentId`
 * and `refundId` are the keys by which the provider knows it again.
 */
export type PaymentProvider = {
  /** Exchanges a card for a token that stands for it. */
  tokenise: (card: CardToTokenise) => Promise<Tokenised>
  authorise: (charge: Charge, onLate?: (answer: Authorisation) => void) => Promise<Authorisation>
  /** What became of a payment that was delayed. */
  check: (payment: { paymentId: string; reference: string }) => Promise<Authorisation>
  /** Lets go of an authorisation. One that was declined, or never asked for, is let go already. */
  voidPayment: (payment: { paymentId: string }) => Promise<void>
  refund: (refund: { refundId: string; paymentId: string; amount: number; currency: string }) => Promise<void>
}
