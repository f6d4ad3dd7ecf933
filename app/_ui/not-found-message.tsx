import type { ReactNode } from 'react'
import { ButtonLink } from './button-link'
import { PageMessage } from './page-message'

/** What a page says that is not there. */
export function NotFoundMessage({ children }: { children?: ReactNode }) {
  return (
    <PageMessage
      title="Nothing washed up here"
      actions={
        <ButtonLink href="/" look="primary">
          Go to the shop
        </ButtonLink>
      }
    >
      {children ?? 'There is no page at this address. It may have moved, or the link may have lost a letter.'}
    </PageMessage>
  )
}
