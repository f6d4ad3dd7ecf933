'use client'

import { usePathname } from 'next/navigation'
import type { Refusal } from '@/app/_client/journal/refusal-book'
import { useRefusals } from '@/app/_client/use-refusals'
import { ToastRegion } from '@/app/_ui/toast-region'
import { rejectionWords } from '@/app/_words/rejection-words'
import { useShopFacts } from '@/app/shop-facts'
import { orderOf, orderPath } from '../orders/order-path'
import { latestRefusals } from './latest-refusals'
import { RefusalActions } from './refusal-actions'

/**
 * What the shop said no to, wherever the person is by then, unless the page in front says it instead of what was asked
 * for. It stands over the page and not in it: a refusal comes when it comes, and nothing moves for it.
 */
export function Refusals() {
  const { currency } = useShopFacts()
  const { refusals, dismiss } = useRefusals()
  const path = usePathname()
  const said = latestRefusals(refusals.filter((refusal) => !isSaidOn(path, refusal)))
  const dismissAll = (ids: readonly string[] = []) => {
    for (const id of ids) dismiss(id)
  }
  const toasts = said.map(({ latest, ids }) => {
    const { title, body } = rejectionWords(latest.rejection, currency)
    const actions = <RefusalActions key={latest.id} refusal={latest} path={path} onDone={() => dismissAll(ids)} />
    return { id: latest.id, tone: 'refusal', title, body, actions } as const
  })
  return (
    <ToastRegion toasts={toasts} onDismiss={(id) => dismissAll(said.find(({ latest }) => latest.id === id)?.ids)} />
  )
}

function isSaidOn(path: string, refusal: Refusal): boolean {
  const orderId = orderOf(refusal)
  return refusal.name === 'PlaceOrder' && orderId !== undefined && path === orderPath(orderId)
}
