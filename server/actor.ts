import type { Actor } from '@/server/engine/log/event'

/**
 * Who acts in the shop. `id` is the shopper's id: of the visitor (guest), of the account (customer, staff), or of the
 * shop itself (system: policies, imports).
 */
export type ShopActor = { kind: 'guest' | 'customer' | 'staff' | 'system'; id: string }

/** The shop acting by itself. */
export const SYSTEM: ShopActor = { kind: 'system', id: '00000000-0000-7000-8000-000000000000' }

export const anyone = () => true
export const shoppers = (actor: Actor) => actor.kind !== 'system'
export const accountHolders = (actor: Actor) => actor.kind === 'customer' || actor.kind === 'staff'
/** Staff, and the shop itself. */
export const staff = (actor: Actor) => actor.kind === 'staff' || actor.kind === 'system'
export const systemOnly = (actor: Actor) => actor.kind === 'system'
