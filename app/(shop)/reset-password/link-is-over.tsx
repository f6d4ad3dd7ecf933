import { ButtonLink } from '@/app/_ui/button-link'
import { PageMessage } from '@/app/_ui/page-message'

/** The link of the letter is none, over or used. */
export function LinkIsOver() {
  return (
    <PageMessage
      title="This link is no longer good"
      actions={
        <>
          <ButtonLink href="/forgot-password" look="primary">
            Ask for another letter
          </ButtonLink>
          <ButtonLink href="/sign-in">To sign in</ButtonLink>
        </>
      }
    >
      <p>A letter’s link is good for an hour, and once; a password that is set ends all others. Nothing was changed.</p>
    </PageMessage>
  )
}
