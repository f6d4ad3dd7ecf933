import { optimistics } from '@/app/_client/commands/optimistic-command'
import { cancelOrder } from './_order/cancel-order.optimistic'
import { updateAddress } from './(shop)/account/update-address.optimistic'
import { addItemToCart } from './(shop)/cart/add-item-to-cart.optimistic'
import { changeItemQuantity } from './(shop)/cart/change-item-quantity.optimistic'
import { removeItemFromCart } from './(shop)/cart/remove-item-from-cart.optimistic'
import { placeOrder } from './(shop)/checkout/place-order.optimistic'
import { refundOrder } from './admin/orders/refund-order.optimistic'
import { shipOrder } from './admin/orders/ship-order.optimistic'
import { changePrice } from './admin/products/change-price.optimistic'
import { correctStock } from './admin/products/correct-stock.optimistic'
import { discontinueProduct } from './admin/products/discontinue-product.optimistic'
import { restockProduct } from './admin/products/restock-product.optimistic'
import { reviseProduct } from './admin/products/revise-product.optimistic'

/** Every command whose effect shows before the server has it: one line each. */
export const optimisticCommands = optimistics([
  addItemToCart,
  changeItemQuantity,
  removeItemFromCart,
  placeOrder,
  updateAddress,
  cancelOrder,
  shipOrder,
  refundOrder,
  reviseProduct,
  changePrice,
  restockProduct,
  correctStock,
  discontinueProduct,
])
