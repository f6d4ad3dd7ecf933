import { ButtonLink } from '@/app/_ui/button-link'
import { EmptyState } from '@/app/_ui/empty-state'

/** Nothing in it yet. */
export function EmptyCart({ isGuest }: { isGuest: boolean }) {
  return (
    <EmptyState
      level={1}
      title="Your cart is empty"
      actions={
        <>
          <ButtonLink href="/search" look="primary">
            Have a look round
          </ButtonLink>
          {isGuest && <ButtonLink href="/sign-in?next=/cart">Sign in</ButtonLink>}
        </>
      }
    >
      {isGuest
        ? 'Whatever you put in it stays. If you filled one elsewhere, sign in: it is waiting there.'
        : 'Whatever you put in it stays, here and on your other devices.'}
    </EmptyState>
  )
}
