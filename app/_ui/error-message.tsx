'use client'

import { Button } from './button'
import { ButtonLink } from './button-link'
import { PageMessage } from './page-message'

type ErrorMessageProps = {
  /** The server's reference to this error, for its log. */
  reference?: string | undefined
  retry: () => void
}

/** What a page says that failed. It promises only what is true: work that was confirmed is safe. */
export function ErrorMessage({ reference, retry }: ErrorMessageProps) {
  return (
    <PageMessage
      title="This page ran aground"
      actions={
        <>
          <Button look="primary" onClick={retry}>
            Load it again
          </Button>
          <ButtonLink href="/">Go to the shop</ButtonLink>
        </>
      }
      note={reference && `If it keeps happening, quote ${reference}.`}
    >
      Something went wrong on our side, and it has been written down. Whatever the shop has confirmed to you is kept.
    </PageMessage>
  )
}
