import type { SelectOption } from '@/app/_ui/select-field'
import type { SavedAddress } from '@/server/read/address-book/address-book.view'
import type { CartViewLine } from '@/server/read/cart/cart.view'
import type { EnteredBefore } from './entered-before'
import type { PostedOrder } from './posted-order'

export type SeenCart = { lines: readonly CartViewLine[]; lastOrderId: string | null }

export type CheckoutFormProps = {
  id: string
  /** The id of the page, and what came of its form where it was posted. */
  page: string
  posted: PostedOrder
  action: (form: FormData) => void
  /** The id of the order that the page shows, and what it shows as being ordered. */
  orderId: string
  lines: readonly CartViewLine[]
  person: { name: string; email: string } | null
  before: EnteredBefore | null
  addresses: readonly SavedAddress[]
  countries: readonly SelectOption[]
  /** The cart as the buyer sees it, at the moment of asking, and the order that emptied it last. */
  takeCart: () => SeenCart
  /** There is no network: what waits for it, the order or still the card. */
  waiting: 'ordered' | 'card' | undefined
  onSending: (isSending: boolean) => void
  onOrdered: (lines: readonly CartViewLine[]) => void
}
