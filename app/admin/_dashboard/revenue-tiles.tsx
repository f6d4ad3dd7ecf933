'use client'

import { useView } from '@/app/_client/use-view'
import { moneyText } from '@/app/_ui/money-text'
import { Tile, Tiles } from '@/app/_ui/tile'
import { useShopFacts } from '@/app/shop-facts'
import type { Answer } from '@/server/engine/log/mark'
import type { RevenueFigures, RevenueView } from '@/server/read/revenue/revenue.view'
import { ordersPath } from '../orders/order-filter'
import { deltaOf } from './delta'
import { daysIn, type Range, rangeBefore } from './range'

type RevenueTilesProps = { range: Range; initial: Answer<RevenueView>; before: Answer<RevenueView> }

/** What was earned, beside what was earned in as many days before. */
export function RevenueTiles({ range, initial, before }: RevenueTilesProps) {
  const { currency } = useShopFacts()
  const now = useView({ name: 'getRevenue', input: range, initial }).data.total
  const then = useView({ name: 'getRevenue', input: rangeBefore(range), initial: before }).data.total
  const money = (minor: number) => moneyText(minor, currency)
  const figure = (of: keyof RevenueFigures, write: (figure: number) => string) => ({
    value: write(now[of]),
    delta: deltaOf(now[of], then[of], daysIn(range)),
  })
  return (
    <Tiles label="Figures">
      <Tile label="Revenue, net" {...figure('net', money)} />
      <Tile label="Revenue, gross" {...figure('gross', money)} />
      <Tile label="Refunds" {...figure('refunds', money)} />
      <Tile label="Orders" {...figure('orders', count)} href={ordersPath(range)} />
      <Tile label="Average order value" {...figure('averageOrderValue', money)} />
      <Tile label="Unique customers" {...figure('uniqueCustomers', count)} />
    </Tiles>
  )
}

const count = (figure: number) => figure.toLocaleString('en-GB')
