import { optimistics } from '@/app/_client/optimistic-command'
import { addItemToCart } from './(shop)/cart/add-item-to-cart.optimistic'
import { changeItemQuantity } from './(shop)/cart/change-item-quantity.optimistic'
import { removeItemFromCart } from './(shop)/cart/remove-item-from-cart.optimistic'

/** Every command whose effect shows before the server has it: one line each. */
export const optimisticCommands = optimistics([addItemToCart, changeItemQuantity, removeItemFromCart])
