'use client'

import { useView } from '@/app/_client/use-view'
import { DailyChart } from '@/app/_ui/daily-chart'
import { useShopFacts } from '@/app/shop-facts'
import type { Answer } from '@/server/engine/log/mark'
import type { RevenueView } from '@/server/read/revenue/revenue.view'
import type { Range } from './range'

/** From here on bars would be too thin to see. */
const MANY_DAYS = 62

type RevenueChartProps = { range: Range; today: string; initial: Answer<RevenueView> }

export function RevenueChart({ range, today, initial }: RevenueChartProps) {
  const { currency } = useShopFacts()
  const { days } = useView({ name: 'getRevenue', input: range, initial }).data
  return (
    <DailyChart
      title="Net revenue a day"
      points={days.map(({ day, net }) => ({ day, value: net, partial: day === today }))}
      unit={{ kind: 'money', currency }}
      kind={days.length > MANY_DAYS ? 'line' : 'bars'}
      valueHeader="Net revenue"
    />
  )
}
