import { expect, it } from 'vitest'
import { measureCore } from './core-size'

it('costs a page at most 6,000 bytes to be consistent', async () => {
  const { coreGzipBytes, coreAndDoorsGzipBytes } = await measureCore()
  expect(coreGzipBytes).toBeGreaterThan(1_000)
  expect(coreGzipBytes).toBeLessThanOrEqual(6_000)
  expect(coreAndDoorsGzipBytes).toBeLessThanOrEqual(8_000)
}, 30_000)
