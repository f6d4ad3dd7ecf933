/**
 * Lets one tab act at a time; the others wait for their turn, or with `ifFree` go without. A tab that is closed, or falls
 * over, gives its turn up.
 */
export type Turn = (act: () => Promise<void>, ifFree: boolean) => Promise<void>

/** Web Locks, which only a secure page has. Without them each tab sends for itself, under the same ids. */
export const browserTurn: Turn = async (act, ifFree) => {
  if (!navigator.locks) return act()
  await navigator.locks.request('own-work', { ifAvailable: ifFree }, (lock) => lock && act())
}
