/** The grounds that pictures stand on: one for each category, and plain sand. */
export const tints = ['outdoors', 'wear', 'kitchen', 'pantry', 'home', 'garden', 'play', 'gear'] as const

export type Tint = (typeof tints)[number] | 'none'

/** The ground for a category's slug; sand for one that has none. */
export function tintOf(slug: string): Tint {
  return tints.find((tint) => tint === slug) ?? 'none'
}
