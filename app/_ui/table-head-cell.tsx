import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'
import { Link } from './link'
import styles from './table.module.css'

export type Sort = {
  /** Where the same table is, sorted by this column the other way round. */
  href: ComponentProps<typeof Link>['href']
  /** How it is sorted by this column now, if it is. */
  now?: 'ascending' | 'descending' | undefined
}

export type Share = 10 | 12 | 15 | 20 | 30

type HeadCellProps = {
  align?: 'start' | 'end' | undefined
  share?: Share | undefined
  isSpare?: boolean | undefined
  sort?: Sort | undefined
  children: ReactNode
}

/** The head of a column; a link where the column can be sorted by. */
export function HeadCell({ align, share, isSpare, sort, children }: HeadCellProps) {
  const width = share && styles[`share${share}`]
  const look = classNames(styles.head, align === 'end' && styles.end, width, isSpare && styles.spare)
  return (
    <th scope="col" aria-sort={sort?.now} className={look}>
      {sort ? (
        <Link className={styles.sort} href={sort.href} scroll={false}>
          {children}
          {sort.now === 'ascending' && <ArrowUp aria-hidden="true" />}
          {sort.now === 'descending' && <ArrowDown aria-hidden="true" />}
        </Link>
      ) : (
        children
      )}
    </th>
  )
}
