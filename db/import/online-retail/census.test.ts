import { describe, expect, it } from 'vitest'
import { CensusTaker } from './census'
import type { HistoryLine } from './history-line'
import { aLine } from './testing'

function censusOf(...lines: Partial<HistoryLine>[]) {
  const taker = new CensusTaker()
  for (const line of lines) taker.count(aLine(line))
  return taker.census()
}

describe('the census', () => {
  it('adds up what was charged, given back and moved', () => {
    const { read, customers, invoices } = censusOf(
      { quantity: 6, amount: 1530 },
      { quantity: -2, amount: -420, customer: '20002', invoice: 'C700002' },
      { quantity: 5, amount: 0, customer: null, invoice: '700003' },
    )
    expect(read).toMatchObject({ lines: 3, units: 9, gross: 1530, refunded: 420, net: 1110 })
    expect(customers).toBe(2)
    expect(invoices.size).toBe(3)
  })

  it('takes the first price asked in a sale, and counts names of sales only', () => {
    const { products } = censusOf(
      { amount: 0, unitPrice: 0, description: 'damaged' },
      { unitPrice: 255, description: 'OAK TRAY' },
      { unitPrice: 210, description: 'OAK TRAY' },
      { amount: -100, unitPrice: 100, description: 'returned' },
      { unitPrice: 300, description: '' },
    )
    expect(products.get('10001')).toEqual({ firstPrice: 255, soldAs: new Map([['OAK TRAY', 2]]) })
  })

  it('refuses an invoice of two customers or two countries', () => {
    expect(() => censusOf({}, { line: 3, customer: '20002' })).toThrow(/^Line 3: Invoice 700001 has customer 20002/)
    expect(() => censusOf({}, { line: 3, country: 'Japan' })).toThrow(/^Line 3: Invoice 700001 has country Japan/)
  })
})
