'use client'

import { useView } from '@/app/_client/use-view'
import type { Answer } from '@/server/engine/log/mark'
import type { ProductPageView } from '@/server/read/product-page/product-page.view'

export type ProductAnswer = Answer<ProductPageView | null>

/** The product of this page, with own work on it. The page has made sure that there is one. */
export function useProduct(initial: ProductAnswer): ProductPageView {
  const productId = initial.data?.productId ?? ''
  const { data } = useView({ name: 'findProduct', input: { productId }, initial })
  if (!data) throw new Error(`Product ${productId} was there, and is no more.`)
  return data
}
