import type { ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './table.module.css'
import { TableFrame } from './table-frame'
import { HeadCell, type Share, type Sort } from './table-head-cell'

export type Column<Row> = {
  key: string
  header: ReactNode
  /** Figures stand at the end of the cell, in tabular figures. */
  align?: 'start' | 'end' | undefined
  render: (row: Row) => ReactNode
  /** Makes the header a link that sorts by this column. */
  sort?: Sort | undefined
  /** Where it stands in the card that the row becomes on a phone: title, end of the title's line, a line of its own, or among the rest. */
  card?: 'title' | 'end' | 'foot' | undefined
  /** Its share of the width, in percent. Columns that say so stay as wide as they are, whatever rows come and go. */
  share?: Share | undefined
  /** Left out where the table is too narrow for all its columns. */
  isSpare?: boolean | undefined
}

type TableProps<Row> = {
  /** What the table holds; read aloud, and shown when `showCaption`. */
  caption: string
  showCaption?: boolean | undefined
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** What a phone makes of it: a card for each row, or the same table that scrolls sideways. */
  phone?: 'cards' | 'scroll' | undefined
  /** Stands in the table's place when there are no rows. */
  empty?: ReactNode
  /** A last row, for sums: one cell for each column's key. */
  footer?: Readonly<Record<string, ReactNode>> | undefined
}

/** A dense table that can be read for an hour. Works in server and client components alike. */
export function Table<Row>({ columns, rows, rowKey, phone = 'cards', empty, footer, ...frame }: TableProps<Row>) {
  if (rows.length === 0 && empty) return empty
  const isTitleAlone = columns.every(({ card }) => card !== 'end')
  return (
    <TableFrame phone={phone} isSteady={columns.some(({ share }) => share)} {...frame}>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeadCell
              key={column.key}
              align={column.align}
              share={column.share}
              isSpare={column.isSpare}
              sort={column.sort}
            >
              {column.header}
            </HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} isTitleAlone={isTitleAlone}>
                {column.render(row)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
      {footer && (
        <tfoot>
          <tr>
            {columns.map((column) => (
              <Cell key={column.key} column={column} isTitleAlone={isTitleAlone}>
                {footer[column.key]}
              </Cell>
            ))}
          </tr>
        </tfoot>
      )}
    </TableFrame>
  )
}

const PLACES = { title: 'cardTitle', end: 'cardEnd', foot: 'cardFoot' } as const

type CellProps = {
  column: Pick<Column<never>, 'header' | 'align' | 'card' | 'isSpare'>
  /** Nothing stands at the end of the card's first line. */
  isTitleAlone: boolean
  children: ReactNode
}

function Cell({ column, isTitleAlone, children }: CellProps) {
  const place = column.card && styles[PLACES[column.card]]
  const isAlone = isTitleAlone && column.card === 'title'
  const isSpare = column.isSpare && styles.spare
  const look = classNames(
    styles.cell,
    column.align === 'end' && styles.end,
    place,
    isAlone && styles.cardAlone,
    isSpare,
  )
  return (
    <td className={look}>
      {!column.card && (
        <span className={styles.label} aria-hidden="true">
          {column.header}
        </span>
      )}
      <div className={styles.value}>{children}</div>
    </td>
  )
}
