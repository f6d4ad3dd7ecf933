'use client'

import { useActionState } from 'react'
import { useAskAgain } from '@/app/_client/use-ask-again'
import { useRefusals } from '@/app/_client/use-refusals'
import { useView } from '@/app/_client/use-view'
import { Columns } from '@/app/_ui/columns'
import { Heading } from '@/app/_ui/heading'
import { Notice } from '@/app/_ui/notice'
import type { SelectOption } from '@/app/_ui/select-field'
import { Stack } from '@/app/_ui/stack'
import { Timeline } from '@/app/_ui/timeline'
import { useShopFacts } from '@/app/shop-facts'
import type { Answer } from '@/server/engine/log/mark'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import { cancelByForm } from './actions'
import { LookingForOrder } from './looking-for-order'
import { NotPlaced } from './not-placed'
import { OrderAside } from './order-aside'
import { OrderBeingUpdated } from './order-being-updated'
import { OrderHead } from './order-head'
import { OrderLines } from './order-lines'
import { momentsOf } from './order-moments'
import { OrderNews } from './order-news'

/** For what is done by a form: the id of the page, and whether the buyer asks to cancel. */
type OrderForm = { page: string; isAsked: boolean }

type OrderPageProps = {
  orderId: string
  initial: Answer<OrderDetailView | null>
  /** It was placed a moment ago. */
  isPlaced: boolean
  countries: readonly SelectOption[]
  form: OrderForm
}

/** An order as it stands, from the click that placed it on. */
export function OrderPage({ orderId, initial, isPlaced, countries, form }: OrderPageProps) {
  const { timeZone } = useShopFacts()
  const [notCancelled, cancel] = useActionState(cancelByForm, null)
  const request = { name: 'findOrder', input: { orderId } }
  const { data: order, parked } = useView({ ...request, initial })
  const isSeenTo = parked?.includes(orderId.toLowerCase())
  const { refusals } = useRefusals()
  const refusal = refusals.findLast(({ name, input }) => name === 'PlaceOrder' && isOf(orderId, input))
  useAskAgain(request, order ? order.status === 'awaiting-payment' : !refusal)

  if (!order && isSeenTo) return <OrderBeingUpdated />
  if (!order) return refusal ? <NotPlaced refusal={refusal} /> : <LookingForOrder />
  return (
    <>
      <OrderHead order={order} isPlaced={isPlaced} />
      <Columns aside={<OrderAside order={order} countries={countries} />}>
        <Stack gap="l">
          {isSeenTo && (
            <Notice title="This order is being updated">
              Something that happened to it does not show here yet. Nothing is lost.
            </Notice>
          )}
          <OrderNews order={order} notCancelled={notCancelled} form={{ ...form, cancel }} />
          <OrderLines order={order} />
          <Stack>
            <Heading level={2}>How it is going</Heading>
            <Timeline label="What has happened" moments={momentsOf(order, timeZone)} />
          </Stack>
        </Stack>
      </Columns>
    </>
  )
}

function isOf(orderId: string, input: unknown): boolean {
  return (input as { orderId: string }).orderId === orderId
}
