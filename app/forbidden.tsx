import type { Metadata } from 'next'
import { ButtonLink } from '@/app/_ui/button-link'
import { PageMessage } from '@/app/_ui/page-message'
import { ShopShell } from '@/app/_ui/shop-shell'

export const metadata: Metadata = { title: 'Staff only' }

/** What somebody sees who is signed in, and not as one of those whom a page is for. */
export default function Forbidden() {
  return (
    <ShopShell>
      <PageMessage
        title="Behind the counter"
        actions={
          <>
            <ButtonLink href="/" look="primary">
              Go to the shop
            </ButtonLink>
            <ButtonLink href="/account">Your account</ButtonLink>
          </>
        }
      >
        This page is for the people who run the shop, and your account is not one of theirs. If it should be, ask
        whoever keeps the keys; or sign out, and sign in as somebody who may.
      </PageMessage>
    </ShopShell>
  )
}
