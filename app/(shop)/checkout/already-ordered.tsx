import { ButtonLink } from '@/app/_ui/button-link'
import { EmptyState } from '@/app/_ui/empty-state'
import { orderPath } from '../orders/order-path'

/** Another tab, or another device, has ordered what this page was about to order. */
export function AlreadyOrdered({ orderId }: { orderId: string }) {
  return (
    <EmptyState
      level={1}
      title="This is ordered already"
      actions={
        <ButtonLink href={orderPath(orderId)} look="primary">
          Look at the order
        </ButtonLink>
      }
    >
      You have placed the order from another page. It is one order, and it was charged once.
    </EmptyState>
  )
}
