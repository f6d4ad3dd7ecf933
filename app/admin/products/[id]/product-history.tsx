'use client'

import { useView } from '@/app/_client/use-view'
import { Pagination } from '@/app/_ui/pagination'
import { Stack } from '@/app/_ui/stack'
import { Timeline } from '@/app/_ui/timeline'
import { useShopFacts } from '@/app/shop-facts'
import type { Answer } from '@/server/engine/log/mark'
import type { ProductHistoryView } from '@/server/read/product-history/product-history.view'
import { addressWith } from '../../address'
import { productPath } from '../product-filter'
import { momentsOf } from './history-moments'
import { type ProductAnswer, useProduct } from './use-product'

type ProductHistoryProps = {
  asked: { productId: string; page: number; pageSize: number }
  initial: Answer<ProductHistoryView>
  product: ProductAnswer
  /** Who reads it: "by you". */
  readerId: string
}

export function ProductHistory({ asked, initial, product, readerId }: ProductHistoryProps) {
  const { timeZone } = useShopFacts()
  const history = useView({ name: 'listProductHistory', input: asked, initial }).data
  return (
    <Stack>
      <Timeline label="History" moments={momentsOf(history, useProduct(product), { id: readerId, timeZone })} />
      <Pagination
        page={history.page}
        pages={Math.ceil(history.total / history.pageSize)}
        href={(page) => addressWith(productPath(asked.productId), { page })}
        label="Pages of the history"
      />
    </Stack>
  )
}
