import type { Command } from '@/server/engine/command'
import type { Effects } from '@/server/engine/dispatch'
import { addItemToCart } from './cart/add-item-to-cart'
import { cartEffects } from './cart/cart'
import { createProduct } from './product/create-product'
import { productEffects } from './product/product'

/**
 * Every command that may come from outside, by name. What may be issued only by the shop itself (policies, imports,
 * sign-in) is not here, and is refused by its `permits` besides.
 */
export const commands = { AddItemToCart: addItemToCart, CreateProduct: createProduct } satisfies Record<string, Named>

/** How every event changes the normalised tables. */
export const effects = { ...cartEffects, ...productEffects } as unknown as Effects

type Named = Pick<Command, 'name'>

/** The command of this name, if it may come from outside. */
export function findCommand(name: string): Command | undefined {
  return Object.hasOwn(commands, name) ? (commands[name as keyof typeof commands] as unknown as Command) : undefined
}
