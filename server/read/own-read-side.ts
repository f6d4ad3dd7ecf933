import { afterAll, beforeAll, beforeEach } from 'vitest'
import { openReadSide, type TestReadSide } from './test-read-side'

type Kept = { timeZone?: string; isKept?: boolean }

/** A read side for the tests of one file: there from the first to the last, and emptied before each unless it is kept. */
export function ownReadSide({ timeZone, isKept = false }: Kept = {}): TestReadSide {
  const shop = {} as TestReadSide
  beforeAll(async () => {
    Object.assign(shop, await openReadSide(timeZone))
  })
  if (!isKept) beforeEach(() => shop.clear())
  afterAll(() => shop.close())
  return shop
}
