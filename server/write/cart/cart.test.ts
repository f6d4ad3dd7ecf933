import { describe, expect, test } from 'vitest'
import { SYSTEM } from '@/server/actor'
import type { CartItem } from '@/server/events/cart'
import { customer, given, guest, idOf, staffMember } from '../testing'
import { addItemToCart } from './add-item-to-cart'
import { changeItemQuantity } from './change-item-quantity'
import { mergeCart } from './merge-cart'
import { removeItemFromCart } from './remove-item-from-cart'

const item: CartItem = {
  variantId: idOf(11),
  productId: idOf(10),
  slug: 'storm-lantern',
  name: 'Storm lantern',
  label: 'Brass',
  picture: 'lantern',
  category: 'outdoors',
  unitPrice: 4500,
}
const { variantId, name, label } = item
const line = { variantId, name, label }
const variant = { item, onSale: true, inStock: 5 }
const discontinued = { ...variant, onSale: false }

describe('adding an item', () => {
  test('puts it into the cart at the price of now', () => {
    given({ variant, inCart: 0 })
      .when(addItemToCart, { variantId, quantity: 2 }, guest)
      .thenRecords({ type: 'ItemAddedToCart', key: guest.id, data: { item, quantity: 2 } })
  })

  test('counts what is in the cart already', () => {
    given({ variant, inCart: 3 }).when(addItemToCart, { variantId, quantity: 2 }, guest).thenAnswers({ quantity: 5 })
    given({ variant, inCart: 4 })
      .when(addItemToCart, { variantId, quantity: 2 }, guest)
      .thenRefuses('OutOfStock', { lines: [{ ...line, wanted: 6, inStock: 5 }] })
  })

  test('stops at the most of one item', () => {
    given({ variant: { ...variant, inStock: 500 }, inCart: 98 })
      .when(addItemToCart, { variantId, quantity: 2 }, guest)
      .thenRefuses('TooManyOfOneItem', { name, most: 99 })
  })

  test('refuses what is discontinued, and what there never was', () => {
    given({ variant: discontinued, inCart: 0 })
      .when(addItemToCart, { variantId, quantity: 1 }, guest)
      .thenRefuses('ProductDiscontinued', { lines: [line] })
    given({ variant: undefined, inCart: 0 })
      .when(addItemToCart, { variantId, quantity: 1 }, guest)
      .thenRefuses('VariantNotFound', { variantId })
  })
})

describe('changing a quantity', () => {
  test('sets it, and the price of now', () => {
    given({ variant, inCart: 2 })
      .when(changeItemQuantity, { variantId, quantity: 5 }, customer)
      .thenRecords({ type: 'ItemQuantityChanged', key: customer.id, data: { variantId, quantity: 5, unitPrice: 4500 } })
  })

  test('refuses more than there is', () => {
    given({ variant, inCart: 2 })
      .when(changeItemQuantity, { variantId, quantity: 6 }, customer)
      .thenRefuses('OutOfStock', { lines: [{ ...line, wanted: 6, inStock: 5 }] })
  })

  test('takes some back even where what stays is more than there is', () => {
    given({ variant: { ...variant, inStock: 1 }, inCart: 4 })
      .when(changeItemQuantity, { variantId, quantity: 3 }, customer)
      .thenAnswers({ quantity: 3 })
  })

  test('needs the item in the cart, and on sale', () => {
    given({ variant, inCart: 0 })
      .when(changeItemQuantity, { variantId, quantity: 1 }, customer)
      .thenRefuses('ItemNotInCart', { variantId })
    given({ variant: discontinued, inCart: 2 })
      .when(changeItemQuantity, { variantId, quantity: 1 }, customer)
      .thenRefuses('ProductDiscontinued', { lines: [line] })
  })
})

describe('removing an item', () => {
  test('takes it out of the cart', () => {
    given({ isInCart: true })
      .when(removeItemFromCart, { variantId }, guest)
      .thenRecords({ type: 'ItemRemovedFromCart', key: guest.id, data: { variantId } })
  })

  test('is content when it is gone already', () => {
    given({ isInCart: false }).when(removeItemFromCart, { variantId }, guest).thenRecords()
  })
})

describe('merging carts at sign-in', () => {
  const input = { guestId: guest.id, customerId: customer.id }
  const handedOver = { type: 'CartHandedOver' as const, key: guest.id, data: { to: customer.id } }
  const merged = (quantity: number) => ({
    type: 'CartMerged' as const,
    key: customer.id,
    data: { from: guest.id, lines: [{ item, quantity }] },
  })

  test('adds what the guest brought, and hands the guest’s cart over', () => {
    given({ brought: [{ item, quantity: 3 }], own: [{ variantId, quantity: 2 }] })
      .when(mergeCart, input, SYSTEM)
      .thenRecords(merged(3), handedOver)
  })

  test('adds no more than a cart takes', () => {
    given({ brought: [{ item, quantity: 60 }], own: [{ variantId, quantity: 50 }] })
      .when(mergeCart, input, SYSTEM)
      .thenRecords(merged(49), handedOver)
  })

  test('only hands over when the account’s cart is full of it', () => {
    given({ brought: [{ item, quantity: 5 }], own: [{ variantId, quantity: 99 }] })
      .when(mergeCart, input, SYSTEM)
      .thenRecords(handedOver)
  })

  test('does nothing when the guest’s cart is empty', () => {
    given({ brought: [], own: [{ variantId, quantity: 2 }] })
      .when(mergeCart, input, SYSTEM)
      .thenRecords()
  })

  test('is for sign-in, which knows that both are one person', () => {
    expect([guest, customer, staffMember, SYSTEM].map(mergeCart.permits)).toEqual([false, false, false, true])
  })
})
