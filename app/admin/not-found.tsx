import type { Metadata } from 'next'
import { ButtonLink } from '@/app/_ui/button-link'
import { PageMessage } from '@/app/_ui/page-message'

export const metadata: Metadata = { title: 'Not found' }

export default function AdminNotFound() {
  return (
    <PageMessage
      title="Nothing is kept under this address"
      actions={
        <ButtonLink href="/admin" look="primary">
          Go to the dashboard
        </ButtonLink>
      }
    >
      The link may have lost a letter. Orders are found by their number, products by their name or SKU.
    </PageMessage>
  )
}
