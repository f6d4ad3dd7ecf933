/** What the import wants to happen, in the order in which it must: a product before the invoice that names it. */
export type PlannedStep = PlannedProduct | PlannedCustomer | PlannedOrder | PlannedRefund | ListedLine

/** A code seen for the first time on an invoice that is recorded. */
export interface PlannedProduct {
  readonly kind: 'product'
  readonly sku: string
  readonly name: string
  /** The price of its first sale for money, 0 if there was none. */
  readonly price: number
  readonly at: Date
}

/** A customer number seen for the first time. No name and no e-mail is known: nobody can sign in as them. */
export interface PlannedCustomer {
  readonly kind: 'customer'
  readonly number: string
  readonly country: string
  readonly at: Date
}

/** The charged lines of an invoice. */
export interface PlannedOrder extends PlannedDocument {
  readonly kind: 'order'
}

/** The credited lines of an invoice, as positive amounts. The file does not say which order they give back. */
export interface PlannedRefund extends PlannedDocument {
  readonly kind: 'refund'
  readonly reason: string
}

interface PlannedDocument {
  readonly number: string
  readonly at: Date
  /** Null: a guest. */
  readonly customer: string | null
  readonly country: string
  readonly lines: readonly PlannedLine[]
  readonly total: number
}

export interface PlannedLine {
  readonly sku: string
  readonly description: string
  readonly quantity: number
  readonly unitPrice: number
  readonly amount: number
  readonly lineNumber: number
}

/** A line that moves no money and belongs to no sale: reported with its reason, not recorded. */
export interface ListedLine {
  readonly kind: 'listed'
  readonly lineNumber: number
  readonly invoice: string
  readonly code: string
  readonly quantity: number
  readonly description: string
  readonly reason: ListedReason
}

export type ListedReason = 'StockFound' | 'StockWrittenOff' | 'NothingMoved'
