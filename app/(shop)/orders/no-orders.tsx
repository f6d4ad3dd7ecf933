import { ButtonLink } from '@/app/_ui/button-link'
import { EmptyState } from '@/app/_ui/empty-state'

/** Nothing ordered yet, as far as is known of whoever asks. */
export function NoOrders({ isGuest }: { isGuest: boolean }) {
  return (
    <EmptyState
      level={1}
      title="No orders yet"
      actions={
        <>
          <ButtonLink href="/search" look="primary">
            Have a look round
          </ButtonLink>
          {isGuest && <ButtonLink href="/sign-in?next=/orders">Sign in</ButtonLink>}
        </>
      }
    >
      {isGuest
        ? 'Nothing was ordered from this browser. If you ordered with an account, sign in to see it.'
        : 'When you have ordered something, it stands here, and how it is getting on.'}
    </EmptyState>
  )
}
