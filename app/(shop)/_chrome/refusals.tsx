'use client'

import { usePathname } from 'next/navigation'
import type { Refusal } from '@/app/_client/outcomes'
import { useRefusals } from '@/app/_client/use-refusals'
import { ToastRegion } from '@/app/_ui/toast-region'
import { rejectionWords } from '@/app/_words/rejection-words'
import { useShopFacts } from '@/app/shop-facts'
import { orderOf, orderPath } from '../_order/order-path'
import { isAboutLine } from '../cart/refused-line'
import { RefusalActions } from './refusal-actions'

/** What the shop said no to, wherever the person is by then, unless the page in front says it better. */
export function Refusals() {
  const { currency } = useShopFacts()
  const { refusals, dismiss } = useRefusals()
  const path = usePathname()
  const toasts = refusals
    .filter((refusal) => !isSaidOn(path, refusal))
    .map((refusal) => {
      const { id, rejection } = refusal
      const { title, body } = rejectionWords(rejection, currency)
      const actions = <RefusalActions key={id} refusal={refusal} onDone={() => dismiss(id)} />
      return { id, tone: 'refusal', title, body, actions } as const
    })
  return <ToastRegion toasts={toasts} onDismiss={dismiss} />
}

function isSaidOn(path: string, refusal: Refusal): boolean {
  if (path === '/cart') return isAboutLine(refusal)
  const orderId = orderOf(refusal)
  return orderId !== undefined && path === orderPath(orderId)
}
