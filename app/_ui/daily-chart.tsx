import type { ReactNode } from 'react'
import styles from './daily-chart.module.css'
import { DailyChartLazy } from './daily-chart-lazy'
import { type DailyPoint, type DailyUnit, dayText, valueText } from './daily-point'
import { Disclosure } from './disclosure'
import { Table } from './table'

type DailyChartProps = {
  /** What is drawn: "Revenue a day". */
  title: string
  /** The sum or the range, beside the title. */
  aside?: ReactNode
  points: readonly DailyPoint[]
  unit: DailyUnit
  kind?: 'bars' | 'line' | undefined
  /** The head of the value's column in the table. */
  valueHeader?: string | undefined
}

/** One figure a day, drawn for the eye and written in a table for everybody. */
export function DailyChart({ title, aside, points, unit, kind = 'bars', valueHeader = title }: DailyChartProps) {
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <span className={styles.title}>{title}</span>
        {aside && <span className={styles.aside}>{aside}</span>}
      </figcaption>
      <div className={styles.drawing} aria-hidden="true">
        <DailyChartLazy points={points} unit={unit} kind={kind} />
      </div>
      <Disclosure summary="As a table">
        <Table
          caption={title}
          phone="scroll"
          rows={[...points].reverse()}
          rowKey={(point) => point.day}
          columns={[
            { key: 'day', header: 'Day', render: (point) => `${dayText(point.day)}${point.partial ? ', so far' : ''}` },
            { key: 'value', header: valueHeader, align: 'end', render: (point) => valueText(point.value, unit) },
          ]}
        />
      </Disclosure>
    </figure>
  )
}
