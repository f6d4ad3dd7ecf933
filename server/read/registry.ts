import type { Projection } from '@/server/engine/projection'
import type { Query } from '@/server/engine/query'
import { cartProjection } from './cart/cart.projection'
import { getCart } from './cart/cart.query'

export type ProjectionSettings = { timeZone: string }

/** Everything that a worker keeps up to date. */
export function projections(_settings: ProjectionSettings): Projection[] {
  return [cartProjection]
}

/** Every question that may be asked from outside, by name. */
export const queries: Record<string, Query> = Object.fromEntries(
  [getCart].map((query) => [query.name, query as unknown as Query]),
)

/** The query of this name, if there is one. */
export function findQuery(name: string): Query | undefined {
  return Object.hasOwn(queries, name) ? queries[name] : undefined
}
