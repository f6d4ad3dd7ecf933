import { describe, expect, it } from 'vitest'
import type { ListedLine } from './planned'
import { reportLine } from './report'

const listed: ListedLine = {
  kind: 'listed',
  lineNumber: 11,
  invoice: '700005',
  code: '10002',
  quantity: -5,
  description: 'broken, thrown away',
  reason: 'StockWrittenOff',
}

describe('a line of the report', () => {
  it('names the line of the file and the reason', () => {
    expect(reportLine(listed)).toBe(
      '11,700005,"10002",-5,"broken, thrown away","Stock put right: units taken off without a price"\n',
    )
  })

  it('doubles quotes, and lets no spreadsheet take a text for a formula', () => {
    expect(reportLine({ ...listed, description: '=1+"2"' })).toContain(`,"'=1+""2""",`)
  })
})
