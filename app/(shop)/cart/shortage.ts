import type { Rejection } from '@/server/engine/commands/command'
import type { RejectionDetails } from '@/server/write/rejections'

/** How many of a variant were wanted and how many there are, where that is what was said. */
export function shortage(rejection: Rejection, variantId: string): { wanted: number; inStock: number } | undefined {
  if (rejection.code !== 'OutOfStock') return undefined
  const { lines } = rejection as unknown as RejectionDetails['OutOfStock']
  return lines.find((line) => line.variantId === variantId)
}
