import { v7 } from 'uuid'
import { type ShopActor, SYSTEM } from '@/server/actor'
import { addItemToCart } from './cart/add-item-to-cart'
import { changeItemQuantity } from './cart/change-item-quantity'
import { mergeCart } from './cart/merge-cart'
import { removeItemFromCart } from './cart/remove-item-from-cart'
import { recordConfirmationSent } from './confirmation/record-confirmation-sent'
import { changeContact } from './customer/change-contact'
import { registerCustomer } from './customer/register-customer'
import { updateAddress } from './customer/update-address'
import { importCustomer } from './history/import-customer'
import { importOrder } from './history/import-order'
import { importProduct } from './history/import-product'
import { importRefund } from './history/import-refund'
import { cancelOrder } from './order/cancel-order'
import { placeOrder } from './order/place-order'
import { recordPaymentAuthorised } from './order/record-payment-authorised'
import { recordPaymentDeclined } from './order/record-payment-declined'
import { recordPaymentDelayed } from './order/record-payment-delayed'
import { refundOrder } from './order/refund-order'
import { shipOrder } from './order/ship-order'
import { changePrice } from './product/change-price'
import { correctStock } from './product/correct-stock'
import { discontinueProduct } from './product/discontinue-product'
import { restockProduct } from './product/restock-product'
import { reviseProduct } from './product/revise-product'
import { aCustomer, aGuest, aStaffMember, quay, type TestShop } from './test-shop'

type Thing = Awaited<ReturnType<TestShop['stockUp']>>
type Dice = (sides: number) => number

const staff = aStaffMember()

/** Shoppers, merchants and an import, all at once and on the same few things; every kind of event comes about. */
export async function runMixedLoad(shop: TestShop, things: Thing[]): Promise<void> {
  await Promise.all([
    ...Array.from({ length: 10 }, (_, n) => goShopping(shop, things, createDice(n + 1))),
    ...Array.from({ length: 3 }, (_, n) => tendShop(shop, things, createDice(100 + n))),
    importHistory(shop),
  ])
}

/** The same numbers in every run, so that a failure can be looked at again. */
function createDice(seed: number): Dice {
  let state = seed * 7919
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647
    return state % sides
  }
}

/** A shopper who fills carts in ever other sequences, changes their mind, orders, and cancels now and then. */
async function goShopping(shop: TestShop, things: Thing[], dice: Dice) {
  let who: ShopActor = aGuest()
  for (let round = 0; round < 6; round++) {
    for (let n = 0; n < 4; n++) {
      const { variantId } = things[dice(things.length)] as Thing
      await shop.send(addItemToCart, { variantId, quantity: 1 + dice(3) }, who)
      if (dice(4) === 0) await shop.send(changeItemQuantity, { variantId, quantity: 1 + dice(5) }, who)
      if (dice(6) === 0) await shop.send(removeItemFromCart, { variantId }, who)
    }
    if (round === 3) who = await signIn(shop, who)
    const orderId = await orderCart(shop, who, dice)
    if (!orderId) continue
    if (dice(3) === 0) await shop.send(cancelOrder, { orderId, reason: 'Changed my mind' }, who)
    else await payAndShip(shop, orderId, dice)
  }
  for (const { variantId } of things) await shop.send(addItemToCart, { variantId, quantity: 1 }, who)
}

async function signIn(shop: TestShop, guest: ShopActor): Promise<ShopActor> {
  const customer = aCustomer()
  const email = `${customer.id}@example.org`
  await shop.carryOut(registerCustomer, { customerId: customer.id, name: 'Ada', email }, SYSTEM)
  await shop.carryOut(changeContact, { customerId: customer.id, name: 'Ada Byron', email }, SYSTEM)
  await shop.carryOut(mergeCart, { guestId: guest.id, customerId: customer.id }, SYSTEM)
  const addressId = v7()
  await shop.carryOut(updateAddress, { addressId, address: quay, isDefault: false }, customer)
  await shop.carryOut(updateAddress, { addressId: v7(), address: quay, isDefault: true }, customer)
  await shop.carryOut(updateAddress, { addressId, address: { ...quay, line1: '2 Quay' }, isDefault: false }, customer)
  return customer
}

async function orderCart(shop: TestShop, who: ShopActor, dice: Dice): Promise<string | undefined> {
  const lines = await shop.sql<{ variantId: string; quantity: number; unitPrice: number }[]>`
    select l.variant_id as "variantId", l.quantity, p.amount as "unitPrice" from write.cart_lines l
    join write.prices p on p.variant_id = l.variant_id and p.valid_to is null where l.cart_id = ${who.id}`
  const reply = await shop.send(placeOrder, shop.orderOf(lines), who)
  if (!reply.ok && dice(2) === 0) {
    for (const { variantId } of lines) await shop.send(removeItemFromCart, { variantId }, who)
  }
  return reply.ok ? reply.result.orderId : undefined
}

async function payAndShip(shop: TestShop, orderId: string, dice: Dice) {
  if (dice(3) === 0) await shop.send(recordPaymentDelayed, { orderId, reference: 'later' })
  if (dice(5) === 0) {
    await shop.send(recordPaymentDeclined, { orderId, reason: 'No' })
    await shop.send(cancelOrder, { orderId, reason: 'Payment declined' })
    return
  }
  await shop.send(recordPaymentAuthorised, { orderId, reference: 'yes' })
  await shop.send(recordConfirmationSent, { orderId, messageId: 'letter' })
  if (dice(4) === 0) await shop.send(cancelOrder, { orderId, reason: 'Sold elsewhere' }, staff)
  await shop.send(shipOrder, { orderId, shipmentId: v7(), carrier: 'Post', trackingNumber: '1' }, staff)
  if (dice(2) === 0) await shop.send(refundOrder, { orderId, refundId: v7(), amount: 100, reason: 'Broken' }, staff)
}

/** A merchant who works on the same products meanwhile. */
async function tendShop(shop: TestShop, things: Thing[], dice: Dice) {
  for (let n = 0; n < 20; n++) {
    const { productId, variantId } = things[dice(things.length)] as Thing
    await shop.send(restockProduct, { productId, variantId, quantity: 1 + dice(10) }, staff)
    if (dice(2) === 0) {
      const seen = (await shop.inStock(variantId)) ?? 0
      const counted = Math.max(0, seen - 1 + dice(3))
      await shop.send(correctStock, { productId, variantId, seen, counted, reason: 'counted' }, staff)
    }
    if (dice(3) === 0) await shop.send(reviseProduct, await revisionOf(shop, productId, `Thing ${n}`), staff)
    if (dice(3) === 0) {
      await shop.send(changePrice, { productId, variantId, price: 500 + dice(9) * 100, reason: 'Sale' }, staff)
    }
  }
  const { productId } = things[0] as Thing
  await shop.send(discontinueProduct, { productId, reason: 'The maker retired' }, staff)
}

/** As a colleague sees it who may revise it meanwhile. */
async function revisionOf(shop: TestShop, productId: string, name: string) {
  const [seen] = await shop.sql<{ name: string }[]>`select name from write.products where id = ${productId}`
  return { productId, from: { name: seen?.name }, to: { name } }
}

async function importHistory(shop: TestShop) {
  const [productId, variantId, customerId] = [v7(), v7(), v7()]
  const currency = 'GBP'
  const product = { productId, variantId, slug: 'past-1', sku: 'PAST1', name: 'Past', picture: '', price: 1, currency }
  await shop.carryOut(importProduct, product)
  await shop.carryOut(importCustomer, { customerId })
  const lines = [1, 2].map((quantity) => ({ variantId, name: 'Past', quantity, unitPrice: 1, amount: quantity }))
  const order = { orderId: v7(), number: '536365', shopperId: customerId, country: 'GB', currency, lines }
  await shop.carryOut(importOrder, order)
  await shop.carryOut(importRefund, {
    refundId: v7(),
    number: 'C1',
    shopperId: null,
    amount: 2,
    currency,
    reason: 'C1',
  })
}
