'use client'

import { Notice } from '@/app/_ui/notice'
import { useShopFacts } from '@/app/shop-facts'
import { type PostedRefusal, quantityWords } from './posted'

/** Why what a form asked for was not done. */
export function PostedRefusalNotice({ refusal }: { refusal: PostedRefusal }) {
  const { currency } = useShopFacts()
  const { title, body } = quantityWords(refusal.rejection, currency)
  return (
    <Notice tone="refusal" title={title}>
      {body}
    </Notice>
  )
}
