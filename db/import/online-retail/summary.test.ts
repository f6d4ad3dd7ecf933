import { describe, expect, it } from 'vitest'
import type { Census } from './census'
import type { PlannedCounts } from './import-planner'
import { summaryOf } from './summary'
import { Tally } from './tally'

function tallyOf(...lines: [quantity: number, amount: number][]): Tally {
  const tally = new Tally()
  for (const [quantity, amount] of lines) tally.add({ quantity, amount })
  return tally
}

const census: Census = {
  invoices: new Map(),
  products: new Map(),
  customers: 1,
  read: tallyOf([1200, 123_456_789], [-2, -700], [30, 0]),
}
const counts: PlannedCounts = {
  orders: tallyOf([1200, 123_456_789]),
  refunds: tallyOf([-2, -700]),
  listed: tallyOf([30, 0]),
  documents: { order: 1, refund: 1, product: 2, customer: 1 },
}

describe('the summary', () => {
  it('says what became of every line and every penny', () => {
    expect(summaryOf(census, counts)).toBe(
      [
        '                      lines  units         amount',
        '1 order                   1  1,200  £1,234,567.89',
        '1 refund                  1     -2         -£7.00',
        'listed, not imported      1     30          £0.00',
        'the file                  3  1,228  £1,234,560.89',
        'Gross £1,234,567.89, refunded £7.00, net £1,234,560.89; 2 products, 1 customer.',
      ].join('\n'),
    )
  })

  it('is not given when a line has gone missing on the way', () => {
    expect(() => summaryOf(census, { ...counts, listed: new Tally() })).toThrow('Of 3 lines only 2 are accounted for.')
  })
})
