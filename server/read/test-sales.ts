import type { TestReadSide } from './test-read-side'
import { authorised, bea, created, line, placed, refunded, shipped } from './testing'

/** Two products, and orders of them by two shoppers, each paid; of every fourth something is shipped and paid back. */
export async function sell(shop: Pick<TestReadSide, 'record'>, from: number, to: number): Promise<void> {
  if (from === 1) await shop.record([created(1), created(2)])
  for (let n = from; n <= to; n++) {
    const lines = [line(1 + (n % 2), 1 + (n % 3))]
    await shop.record([placed(n, { lines, ...(n % 3 === 0 && { shopperId: bea.id }) }), authorised(n)])
    if (n % 4 === 0) await shop.record([shipped(n), refunded(n, 100)])
  }
}
