import { Breadcrumbs } from '@/app/_ui/breadcrumbs'
import { ButtonLink } from '@/app/_ui/button-link'
import { PageMessage } from '@/app/_ui/page-message'
import { Stack } from '@/app/_ui/stack'
import { ordersPath } from '../order-filter'

/** The order was placed, and a reader of the log failed at that. */
export function OrderBeingUpdated({ number }: { number: string }) {
  return (
    <Stack gap="l">
      <Breadcrumbs items={[{ href: ordersPath({}), label: 'Orders' }, { label: number }]} />
      <PageMessage
        title={`${number} is being updated`}
        actions={<ButtonLink href="/admin/operations">Operations</ButtonLink>}
      >
        The shop has the order, and could not take it into what pages show yet. Nothing is lost: Operations tells why.
      </PageMessage>
    </Stack>
  )
}
