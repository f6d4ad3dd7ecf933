import type { Command } from '@/server/engine/commands/command'
import type { Effects } from '@/server/engine/commands/effects'
import { addItemToCart } from './cart/add-item-to-cart'
import { cartEffects } from './cart/cart'
import { changeItemQuantity } from './cart/change-item-quantity'
import { removeItemFromCart } from './cart/remove-item-from-cart'
import { confirmationEffects } from './confirmation/confirmation'
import { customerEffects } from './customer/customer'
import { registerCustomer } from './customer/register-customer'
import { updateAddress } from './customer/update-address'
import { cancelOrder } from './order/cancel-order'
import { orderEffects } from './order/order-effects'
import { placeOrder } from './order/place-order'
import { refundOrder } from './order/refund-order'
import { shipOrder } from './order/ship-order'
import { changePrice } from './product/change-price'
import { correctStock } from './product/correct-stock'
import { createProduct } from './product/create-product'
import { discontinueProduct } from './product/discontinue-product'
import { productEffects } from './product/product'
import { restockProduct } from './product/restock-product'
import { reviseProduct } from './product/revise-product'

/**
 * Every command that may come from outside, by name. What may be issued only by the shop itself (policies, imports,
 * sign-in) is not here, and is refused by its `permits` besides.
 */
export const commands = {
  AddItemToCart: addItemToCart,
  ChangeItemQuantity: changeItemQuantity,
  RemoveItemFromCart: removeItemFromCart,
  PlaceOrder: placeOrder,
  CancelOrder: cancelOrder,
  RegisterCustomer: registerCustomer,
  UpdateAddress: updateAddress,
  CreateProduct: createProduct,
  ReviseProduct: reviseProduct,
  ChangePrice: changePrice,
  DiscontinueProduct: discontinueProduct,
  RestockProduct: restockProduct,
  CorrectStock: correctStock,
  ShipOrder: shipOrder,
  RefundOrder: refundOrder,
} satisfies Record<string, Named>

/** How every event changes the normalised tables. */
export const effects = {
  ...productEffects,
  ...cartEffects,
  ...customerEffects,
  ...orderEffects,
  ...confirmationEffects,
} as unknown as Effects

type Named = Pick<Command, 'name'>

/** The command of this name, if it may come from outside. */
export function findCommand(name: string): Command | undefined {
  return Object.hasOwn(commands, name) ? (commands[name as keyof typeof commands] as unknown as Command) : undefined
}
