import { readFile, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { approveFile } from './approve-file'
import type { PlannedCounts } from './import-planner'
import { planImport } from './plan-import'
import type { PlannedStep } from './planned'
import { inspectSourceFile } from './source-file'
import { fileOf, ODDITIES } from './testing'

async function planned(path = ODDITIES): Promise<{ steps: PlannedStep[]; counts: PlannedCounts }> {
  const file = await inspectSourceFile(path)
  const plan = planImport(file, await approveFile(file))
  const steps: PlannedStep[] = []
  for (let next = await plan.next(); ; next = await plan.next()) {
    if (next.done) return { steps, counts: next.value }
    steps.push(...next.value.steps)
  }
}

const of = <K extends PlannedStep['kind']>(steps: PlannedStep[], kind: K) =>
  steps.filter((step): step is Extract<PlannedStep, { kind: K }> => step.kind === kind)

describe('the plan of a history', () => {
  it('makes orders of what was charged, whole, in the order in which they become complete', async () => {
    const orders = of((await planned()).steps, 'order')
    expect(
      orders.map(({ number, total, lines }) => [number, total, lines.map(({ lineNumber }) => lineNumber)]),
    ).toEqual([
      // 6 × 2.55 + 18.00 + 2 × 0.85 + 4 × 2.10: another invoice stands between its lines.
      ['700001', 4340, [2, 3, 4, 6]],
      // 3.00 + 3 × 0.001 + a sample for nothing.
      ['700002', 300, [5, 7, 8]],
      // Nothing but a gift, and the customer who got it.
      ['700003', 0, [9]],
      ['A700008', 10006, [15]],
      // 8.51 + 0.125, which is 0.13.
      ['700010', 864, [17, 19]],
    ])
  })

  it('makes refunds of what was credited, as positive amounts', async () => {
    const refunds = of((await planned()).steps, 'refund')
    expect(refunds.map(({ number, reason, total, customer }) => ({ number, reason, total, customer }))).toEqual([
      { number: 'C700007', reason: 'Credit note C700007', total: 1425, customer: '20001' },
      { number: 'A700009', reason: 'Adjustment of bad debt A700009', total: 5003, customer: null },
      { number: '700010', reason: 'Credited on invoice 700010', total: 150, customer: '20003' },
    ])
    expect(refunds[0]?.lines).toEqual([
      { sku: '10001A', description: 'OAK TRAY FOR LETTERS', quantity: 2, unitPrice: 210, amount: 420, lineNumber: 13 },
      { sku: 'D', description: 'Discount', quantity: 1, unitPrice: 1005, amount: 1005, lineNumber: 14 },
    ])
    expect(refunds[1]?.lines).toMatchObject([{ quantity: 1, unitPrice: 5003, amount: 5003 }])
  })

  it('lists what moved stock only, with the reason', async () => {
    const listed = of((await planned()).steps, 'listed')
    expect(listed.map(({ lineNumber, invoice, reason }) => [lineNumber, invoice, reason])).toEqual([
      [10, '700004', 'StockFound'],
      [11, '700005', 'StockWrittenOff'],
      [12, '700006', 'NothingMoved'],
    ])
  })

  it('creates each product once, before the first invoice that names it', async () => {
    const products = of((await planned()).steps, 'product')
    expect(products.map(({ sku, name, price }) => [sku, name, price])).toEqual([
      // Sold twice as the second name and once as the first; its code comes in two letter cases.
      ['10001A', 'OAK TRAY FOR LETTERS', 255],
      ['POST', 'POSTAGE', 1800],
      ['10002', 'BRASS HOOK, "LARGE"', 85],
      ['PADS', 'PADS TO MATCH', 0],
      ['10003', 'WOOL RUG SAMPLE', 0],
      ['10004', 'LINEN BAG', 0],
      ['D', 'Discount', 0],
      ['B', 'Adjust bad debt', 10006],
      ['GIFT_0001_10', 'Gift Voucher £10.00', 851],
      ['10005', '10005', 13],
      ['M', 'Manual', 0],
    ])
    const { steps } = await planned()
    for (const [index, step] of steps.entries()) {
      if (step.kind !== 'order' && step.kind !== 'refund') continue
      const before = new Set(of(steps.slice(0, index), 'product').map(({ sku }) => sku))
      expect(step.lines.every(({ sku }) => before.has(sku))).toBe(true)
    }
  })

  it('knows each customer once, and guests not at all', async () => {
    const { steps } = await planned()
    expect(of(steps, 'customer').map(({ number, country }) => [number, country])).toEqual([
      ['20001', 'United Kingdom'],
      ['20002', 'EIRE'],
      ['20003', 'Japan'],
    ])
    expect(of(steps, 'order').filter(({ customer }) => customer === null)).toHaveLength(2)
  })

  it('keeps the text and the price of each line, and the local time in UTC', async () => {
    const [first, , gift] = of((await planned()).steps, 'order')
    expect(first?.lines.map(({ description, unitPrice }) => [description, unitPrice])).toEqual([
      ['OAK LETTER TRAY', 255],
      ['POSTAGE', 1800],
      ['BRASS HOOK, "LARGE"', 85],
      ['OAK TRAY FOR LETTERS', 210],
    ])
    expect(first?.at.toISOString()).toBe('2011-03-26T08:26:00.000Z')
    expect(gift?.at.toISOString()).toBe('2011-06-30T22:59:00.000Z')
  })

  it('accounts for every line and every penny', async () => {
    const { counts } = await planned()
    // Charged: 43.40 + 3.00 + 0 + 100.06 + 8.64. Given back: 14.25 + 50.03 + 1.50.
    expect(counts.orders).toMatchObject({ lines: 11, gross: 15510, refunded: 0 })
    expect(counts.refunds).toMatchObject({ lines: 4, gross: 0, refunded: 6578 })
    expect(counts.listed).toMatchObject({ lines: 3, units: 15, gross: 0, refunded: 0 })
    expect(counts.documents).toEqual({ order: 5, refund: 3, product: 11, customer: 3 })
    const { read } = await approveFile(await inspectSourceFile(ODDITIES))
    expect(read).toMatchObject({ lines: 18, gross: 15510, refunded: 6578, net: 8932 })
  })

  it('says the same each time', async () => {
    expect(await planned()).toEqual(await planned())
  })

  it('stops when the file is no longer the one that was approved', async () => {
    const path = await fileOf(await readFile(ODDITIES))
    const file = await inspectSourceFile(path)
    const census = await approveFile(file)
    await writeFile(path, `${await readFile(path, 'utf8')}\n`)
    await expect(planImport(file, census).next()).rejects.toMatchObject({ code: 'FileChangedMeanwhile' })
  })
})
