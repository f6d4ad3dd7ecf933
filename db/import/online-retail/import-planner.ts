import type { Census } from './census'
import type { HistoryLine } from './history-line'
import { planListed, planOrder, planRefund } from './plan-invoice'
import type { PlannedCustomer, PlannedOrder, PlannedProduct, PlannedRefund, PlannedStep } from './planned'
import { sortLines } from './sort-lines'
import { changedMeanwhile } from './source-file'
import { Tally } from './tally'

/** Counts what was planned, so that the end can be held against the beginning. */
export interface PlannedCounts {
  readonly orders: Tally
  readonly refunds: Tally
  readonly listed: Tally
  readonly documents: Record<'order' | 'refund' | 'product' | 'customer', number>
}

/** Gathers lines into invoices and says, once an invoice is complete, what must happen for it. Pure: it records nothing. */
export class ImportPlanner {
  readonly counts: PlannedCounts = {
    orders: new Tally(),
    refunds: new Tally(),
    listed: new Tally(),
    documents: { order: 0, refund: 0, product: 0, customer: 0 },
  }
  readonly #census: Census
  readonly #open = new Map<string, HistoryLine[]>()
  readonly #planned = new Set<string>()

  constructor(census: Census) {
    this.#census = census
  }

  /** The steps that this line makes possible: mostly none, and with an invoice's last line all that it needs. */
  take(line: HistoryLine): PlannedStep[] {
    const lines = this.#open.get(line.invoice) ?? []
    lines.push(line)
    this.#open.set(line.invoice, lines)
    const expected = this.#census.invoices.get(line.invoice)?.lines
    if (expected === undefined) throw changedMeanwhile()
    if (lines.length < expected) return []
    this.#open.delete(line.invoice)
    return this.#plan(lines)
  }

  /** To be called after the last line. */
  finish(): void {
    if (this.#open.size > 0) throw changedMeanwhile()
  }

  #plan(lines: readonly HistoryLine[]): PlannedStep[] {
    const sorted = sortLines(lines)
    for (const line of sorted.charged) this.counts.orders.add(line)
    for (const line of sorted.credited) this.counts.refunds.add(line)
    for (const { line } of sorted.listed) this.counts.listed.add(line)
    const documents = [planOrder(sorted, this.#nameOf), planRefund(sorted, this.#nameOf)].filter(
      (plan) => plan !== null,
    )
    for (const { kind } of documents) this.counts.documents[kind]++
    return [...documents.flatMap((document) => [...this.#needed(document), document]), ...planListed(sorted)]
  }

  /** What the document speaks of and no earlier one did. */
  #needed(document: PlannedOrder | PlannedRefund): (PlannedProduct | PlannedCustomer)[] {
    const { at, customer, country } = document
    const needed: (PlannedProduct | PlannedCustomer)[] = []
    if (customer !== null && this.#isNew('customer', customer)) {
      needed.push({ kind: 'customer', number: customer, country, at })
    }
    for (const { sku, description } of document.lines) {
      if (this.#isNew('product', sku)) needed.push(this.#product(sku, description, at))
    }
    return needed
  }

  #isNew(kind: 'product' | 'customer', name: string): boolean {
    const key = `${kind} ${name}`
    if (this.#planned.has(key)) return false
    this.#planned.add(key)
    this.counts.documents[kind]++
    return true
  }

  #product(sku: string, firstSeenAs: string, at: Date): PlannedProduct {
    const facts = this.#census.products.get(sku)
    const name = mostFrequent(facts?.soldAs) ?? firstSeenAs
    return { kind: 'product', sku, name, price: facts?.firstPrice ?? 0, at }
  }

  readonly #nameOf = (code: string) => mostFrequent(this.#census.products.get(code)?.soldAs) ?? code
}

/** Of equally frequent ones the first seen: maps keep the order of insertion. */
function mostFrequent(counts: ReadonlyMap<string, number> | undefined): string | undefined {
  let best: string | undefined
  let most = 0
  for (const [text, count] of counts ?? []) if (count > most) [best, most] = [text, count]
  return best
}
