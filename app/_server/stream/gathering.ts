/** Gathers what comes within `ms` of the first, and hands it on together. */
export function createGathering<Item>(ms: number, onGathered: (items: readonly Item[]) => void) {
  let items: Item[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  function handOn(): void {
    timer = undefined
    const gathered = items
    items = []
    onGathered(gathered)
  }

  return {
    add(item: Item): void {
      items.push(item)
      timer ??= setTimeout(handOn, ms)
    },
    stop(): void {
      clearTimeout(timer)
    },
  }
}
