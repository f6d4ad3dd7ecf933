import type { Refusal } from '@/app/_client/journal/refusal-book'

/** One for each thing: whoever was refused twice about one line of the cart reads the latest, with all that it answers. */
export function latestRefusals(refusals: readonly Refusal[]): { latest: Refusal; ids: string[] }[] {
  const byThing = new Map<string, { latest: Refusal; ids: string[] }>()
  for (const refusal of refusals) {
    const earlier = byThing.get(thingOf(refusal))
    byThing.set(thingOf(refusal), { latest: refusal, ids: [...(earlier?.ids ?? []), refusal.id] })
  }
  return [...byThing.values()]
}

function thingOf({ id, name, input }: Refusal): string {
  return name === 'ChangeItemQuantity' ? `${name} ${(input as { variantId: string }).variantId}` : id
}
