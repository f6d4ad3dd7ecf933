'use client'

import { useRefusals } from '@/app/_client/use-refusals'
import { ToastRegion } from '@/app/_ui/toast-region'
import { rejectionWords } from '@/app/_words/rejection-words'
import { useShopFacts } from '@/app/shop-facts'

/** What the shop said no to, in the corner until it is dismissed: the change itself has gone back already. */
export function Refusals() {
  const { currency } = useShopFacts()
  const { refusals, dismiss } = useRefusals()
  const toasts = refusals.map(({ id, rejection }) => {
    const { title, body } = rejectionWords(rejection, currency)
    return { id, tone: 'refusal', title, body } as const
  })
  return <ToastRegion toasts={toasts} onDismiss={dismiss} />
}
