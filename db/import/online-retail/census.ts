import { FileRefused } from './file-refused'
import type { HistoryLine } from './history-line'
import { Tally } from './tally'

/** What the whole file must be read for before the first invoice can be recorded. */
export interface Census {
  /** How many lines each invoice has: one of them is interrupted by another. */
  readonly invoices: ReadonlyMap<string, InvoiceFacts>
  readonly products: ReadonlyMap<string, ProductFacts>
  readonly customers: number
  readonly read: Tally
}

export interface InvoiceFacts {
  lines: number
  readonly customer: string | null
  readonly country: string
}

export interface ProductFacts {
  /** The price of its first sale for money, in pence. */
  firstPrice: number
  /** How often it was sold for money under each description. Notes of the stock-keepers never come with money. */
  readonly soldAs: Map<string, number>
}

/** Takes the census line by line. */
export class CensusTaker {
  readonly #invoices = new Map<string, InvoiceFacts>()
  readonly #products = new Map<string, ProductFacts>()
  readonly #customers = new Set<string>()
  readonly #read = new Tally()

  /** Counts one line; refuses the file if the line says of its invoice what an earlier one denied. */
  count(line: HistoryLine): void {
    this.#countInvoice(line)
    if (line.amount > 0) this.#countSale(line)
    if (line.customer !== null) this.#customers.add(line.customer)
    this.#read.add(line)
  }

  census(): Census {
    return {
      invoices: this.#invoices,
      products: this.#products,
      customers: this.#customers.size,
      read: this.#read,
    }
  }

  #countInvoice({ line, invoice, customer, country }: HistoryLine): void {
    const known = this.#invoices.get(invoice)
    if (known === undefined) {
      this.#invoices.set(invoice, { lines: 1, customer, country })
      return
    }
    if (known.customer !== customer) throw contradiction(line, invoice, 'customer', known.customer, customer)
    if (known.country !== country) throw contradiction(line, invoice, 'country', known.country, country)
    known.lines++
  }

  #countSale({ code, unitPrice, description }: HistoryLine): void {
    const product = this.#products.get(code) ?? { firstPrice: unitPrice, soldAs: new Map<string, number>() }
    this.#products.set(code, product)
    if (description !== '') product.soldAs.set(description, (product.soldAs.get(description) ?? 0) + 1)
  }
}

function contradiction(line: number, invoice: string, what: string, first: string | null, now: string | null) {
  const reason = `Invoice ${invoice} has ${what} ${now ?? 'none'} here and ${first ?? 'none'} before.`
  return new FileRefused('InvoiceContradictsItself', reason, line)
}
