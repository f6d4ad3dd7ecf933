import type { CartViewLine } from '@/server/read/cart/cart.view'

/** Where a line of the cart stands, or stood before somebody else took it out. */
export type Place = { line: CartViewLine; isGone: boolean }

/**
 * The lines of now in their places. One that went by itself leaves its place behind, so that nothing below it moves;
 * what the person took out leaves none, and an empty cart has none. Answers `before` itself where nothing has changed.
 */
export function settle(
  before: readonly Place[],
  lines: readonly CartViewLine[],
  isOwn: (variantId: string) => boolean,
): readonly Place[] {
  const present = new Set(lines.map(({ variantId }) => variantId))
  const after: Place[] = lines.map((line) => ({ line, isGone: false }))
  const left = lines.length > 0 ? before : []
  left.forEach((place, at) => {
    const { variantId } = place.line
    if (present.has(variantId) || (!place.isGone && isOwn(variantId))) return
    // Behind whoever stood before it, who is there already: a line of now, or one that went.
    const previous = before[at - 1]?.line.variantId
    const behind = after.findIndex(({ line }) => line.variantId === previous)
    after.splice(behind + 1, 0, { line: place.line, isGone: true })
  })
  return isSame(before, after) ? before : after
}

function isSame(before: readonly Place[], after: readonly Place[]): boolean {
  return (
    before.length === after.length &&
    after.every(({ line, isGone }, at) => before[at]?.line === line && before[at]?.isGone === isGone)
  )
}
