import { canaryEvents } from './canary'
import { type CartEvent, cartEvents } from './cart'
import { type ConfirmationEvent, confirmationEvents } from './confirmation'
import { type CustomerEvent, customerEvents } from './customer'
import { type OrderEvent, orderEvents } from './order'
import { type ProductEvent, productEvents } from './product'

/** Everything that can stand in the log. */
export const eventDefinitions = {
  ...productEvents,
  ...cartEvents,
  ...customerEvents,
  ...orderEvents,
  ...confirmationEvents,
  ...canaryEvents,
}

/** A thing that happened in the shop (a canary is none), as commands decide it and views apply it. */
export type ShopEvent = ProductEvent | CartEvent | CustomerEvent | OrderEvent | ConfirmationEvent
