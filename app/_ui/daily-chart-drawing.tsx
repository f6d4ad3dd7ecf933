'use client'

import type { ReactElement } from 'react'
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Rectangle,
  type RectangleProps,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import styles from './daily-chart.module.css'
import { type DailyPoint, type DailyUnit, dayText, dayTextShort, valueText, valueTextShort } from './daily-point'

type DrawingProps = { points: readonly DailyPoint[]; unit: DailyUnit; kind: 'bars' | 'line' }

/** The drawing alone: hairlines for the ground, one colour for the figures. */
export function DailyChartDrawing({ points, unit, kind }: DrawingProps): ReactElement {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={[...points]} margin={{ top: 8, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="day"
          tickFormatter={dayTextShort}
          tick={tickStyle}
          tickLine={false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          interval="equidistantPreserveStart"
          minTickGap={20}
          tickMargin={8}
        />
        <YAxis
          width="auto"
          tickFormatter={(value: number) => valueTextShort(value, unit)}
          tick={tickStyle}
          tickLine={false}
          axisLine={false}
          tickCount={5}
          allowDecimals={false}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--sand)', stroke: 'none' }}
          content={({ payload }) => <DayCard point={payload[0]?.payload} unit={unit} />}
        />
        {kind === 'bars' ? (
          <Bar dataKey="value" fill="var(--tide)" maxBarSize={28} isAnimationActive={false} shape={dayBar} />
        ) : (
          <Area
            dataKey="value"
            stroke="var(--tide)"
            strokeWidth={2}
            fill="var(--tide-wash)"
            fillOpacity={0.6}
            isAnimationActive={false}
            activeDot={{ r: 4, fill: 'var(--tide)', stroke: 'var(--foam)', strokeWidth: 2 }}
          />
        )}
      </ComposedChart>
    </ResponsiveContainer>
  )
}

const tickStyle = { fill: 'var(--ink-soft)', fontSize: 12 }

/** A day that is not over is an outline: it will still grow. */
function dayBar({ payload, ...bar }: RectangleProps & { payload?: DailyPoint }) {
  const partial = payload?.partial && { fill: 'var(--tide-wash)', stroke: 'var(--tide)', strokeDasharray: '3 2' }
  return (
    <Rectangle
      x={bar.x}
      y={bar.y}
      width={bar.width}
      height={bar.height}
      radius={[2, 2, 0, 0]}
      fill="var(--tide)"
      {...partial}
    />
  )
}

function DayCard({ point, unit }: { point: DailyPoint | undefined; unit: DailyUnit }) {
  if (!point) return null
  return (
    <div className={styles.card}>
      <p>
        {dayText(point.day)}
        {point.partial && ', so far'}
      </p>
      <p className={styles.value}>{valueText(point.value, unit)}</p>
    </div>
  )
}
