import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { Facts } from '@/app/_client/commands/optimistic-command'
import { answerAt } from '@/app/_client/testing'
import { visible } from '@/app/_client/views/visible'
import { optimisticCommands } from '@/app/optimistic'
import type { CartEvent, CartItem } from '@/server/events/cart'
import { applyToCart, type CartView, emptyCart } from '@/server/read/cart/cart.view'
import { addItemToCart as serverAdds } from '@/server/write/cart/add-item-to-cart'
import { addItemToCart } from './add-item-to-cart.optimistic'
import { changeItemQuantity } from './change-item-quantity.optimistic'
import { removeItemFromCart } from './remove-item-from-cart.optimistic'

const shopper = { kind: 'guest', id: v7() }
const at = '2026-11-20T12:00:00.000Z'
const item: CartItem = {
  variantId: v7(),
  productId: v7(),
  slug: 'storm-lantern',
  name: 'Storm lantern',
  label: 'brass',
  picture: 'lantern',
  category: 'outdoors',
  unitPrice: 4500,
}
const { variantId } = item

function factsWith<Hint>(hint: Hint): Facts<Hint> {
  return { id: v7(), at, actorId: shopper.id, hint, asked: {} }
}

function afterPatch<Input, Hint>(
  command: { patches: readonly { patch: (data: never, input: Input, facts: Facts<Hint>) => unknown }[] },
  cart: CartView,
  input: Input,
  hint: Hint,
): unknown {
  return command.patches.reduce<unknown>((data, { patch }) => patch(data as never, input, factsWith(hint)), cart)
}

const twoLanterns = applyToCart(emptyCart(shopper.id), {
  type: 'ItemAddedToCart',
  key: shopper.id,
  at,
  data: { item, quantity: 2 },
})

describe('the cart shows at once what it will be', () => {
  it('when an item is added: the event is the one that the server decides on', () => {
    const state = { variant: { item, onSale: true, inStock: 9 }, inCart: 2 }
    const input = { variantId, quantity: 3 }
    const decision = serverAdds.decide(state, input, { commandId: v7(), at, actor: shopper })
    if (!('events' in decision)) throw new Error('refused')
    const expected = decision.events.reduce<CartView>((cart, event: CartEvent) => applyToCart(cart, event), twoLanterns)
    expect(afterPatch(addItemToCart, twoLanterns, input, item)).toEqual(expected)
    expect(expected.itemCount).toBe(5)
  })

  it('when a quantity is changed', () => {
    const cart = afterPatch(changeItemQuantity, twoLanterns, { variantId, quantity: 7 }, undefined)
    expect(cart).toEqual({ ...twoLanterns, itemCount: 7, lines: [{ ...item, quantity: 7 }] })
  })

  it('when an item is removed', () => {
    expect(afterPatch(removeItemFromCart, twoLanterns, { variantId }, undefined)).toEqual(emptyCart(shopper.id))
  })

  it('and is left alone by what concerns an item that is not in it', () => {
    const stranger = { variantId: v7(), quantity: 1 }
    expect(afterPatch(changeItemQuantity, twoLanterns, stranger, undefined)).toBe(twoLanterns)
    expect(afterPatch(removeItemFromCart, twoLanterns, stranger, undefined)).toBe(twoLanterns)
  })
})

it('patches a cart by the name of each command', () => {
  const how = { optimistics: optimisticCommands, actorId: shopper.id, takenAt: 0 }
  const own = [
    { name: 'AddItemToCart', input: { variantId, quantity: 1 }, hint: item },
    { name: 'ChangeItemQuantity', input: { variantId, quantity: 4 }, hint: undefined },
    { name: 'RemoveItemFromCart', input: { variantId }, hint: undefined },
  ].map((entry, nth) => ({ ...entry, id: v7(), at, nth, status: { is: 'queued' as const } }))
  const countAfter = (commands: number) =>
    visible(answerAt(0, twoLanterns), { name: 'cart', input: {} }, own.slice(0, commands), how).data.itemCount
  expect([0, 1, 2, 3].map(countAfter)).toEqual([2, 3, 4, 0])
})
