import type { Refusal } from '@/app/_client/journal/refusal-book'
import { ButtonLink } from '@/app/_ui/button-link'
import { orderOf, orderPath, placedPath } from '../orders/order-path'
import { TakeTheRest } from './take-the-rest'
import { WayOnForLine } from './way-on-for-line'

/** `path`: where the person is. */
type RefusalActionsProps = { refusal: Refusal; path: string; onDone: () => void }

/** What can be done about a refusal from any page. */
export function RefusalActions({ refusal, path, onDone }: RefusalActionsProps) {
  const orderId = orderOf(refusal)
  if (orderId) {
    if (path === orderPath(orderId)) return null
    return (
      <ButtonLink small href={placedPath(orderId)}>
        Look at the order
      </ButtonLink>
    )
  }
  if (refusal.name === 'AddItemToCart') return <TakeTheRest refusal={refusal} onDone={onDone} />
  if (refusal.name === 'ChangeItemQuantity') return <WayOnForLine refusal={refusal} onDone={onDone} />
  return null
}
