import type { Rejection } from '@/server/engine/commands/command'
import type { RejectionDetails } from '@/server/write/rejections'

export type OrderedLine = { variantId: string; quantity: number; unitPrice: number }

/** The order as it could be placed now. `null` where somebody has to look at the cart first. */
export function correctedLines<Line extends OrderedLine>(lines: readonly Line[], rejection: Rejection): Line[] | null {
  const details = rejection as unknown
  switch (rejection.code) {
    case 'PriceHasChanged':
      return withPrices(lines, details as RejectionDetails['PriceHasChanged'])
    case 'OutOfStock':
      return withStock(lines, details as RejectionDetails['OutOfStock'])
    case 'ProductDiscontinued':
      return without(lines, details as RejectionDetails['ProductDiscontinued'])
    default:
      return null
  }
}

function withPrices<Line extends OrderedLine>(
  lines: readonly Line[],
  { lines: now }: RejectionDetails['PriceHasChanged'],
) {
  return lines.map((line) => ({ ...line, unitPrice: now.find(isSame(line))?.now ?? line.unitPrice }))
}

/** What is left of each line; a line of which nothing is left goes. */
function withStock<Line extends OrderedLine>(lines: readonly Line[], { lines: short }: RejectionDetails['OutOfStock']) {
  return lines
    .map((line) => ({ ...line, quantity: Math.min(line.quantity, short.find(isSame(line))?.inStock ?? line.quantity) }))
    .filter(({ quantity }) => quantity > 0)
}

function without<Line extends OrderedLine>(
  lines: readonly Line[],
  { lines: gone }: RejectionDetails['ProductDiscontinued'],
) {
  return lines.filter((line) => !gone.some(isSame(line)))
}

const isSame = (line: OrderedLine) => (other: { variantId: string }) => other.variantId === line.variantId
