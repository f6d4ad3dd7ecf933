/** A clock that is less wrong than this is left alone: so long may the shop's word for the time be on its way. */
const TOLERATED_MS = 2_000

let aheadMs = 0

/**
 * What time it is in the shop, in ms since 1970: this browser's time, unless the shop has said another. Own work that is
 * shown before the shop has dated it would otherwise change its time when it has.
 */
export function shopNow(): number {
  return Date.now() + aheadMs
}

/** The shop's clock was seen to be so much ahead of this browser's. */
export function setShopClock(seenAheadMs: number): void {
  aheadMs = Math.abs(seenAheadMs) > TOLERATED_MS ? seenAheadMs : 0
}
