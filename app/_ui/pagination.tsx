import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from './link'
import styles from './pagination.module.css'

type PaginationProps = {
  page: number
  pages: number
  href: (page: number) => string
  label?: string | undefined
}

/** From page to page. Nothing where there is only one. */
export function Pagination({ page, pages, href, label = 'Pages' }: PaginationProps) {
  if (pages <= 1) return null
  return (
    <nav aria-label={label} className={styles.pages}>
      <Step href={page > 1 ? href(page - 1) : undefined} rel="prev">
        <ChevronLeft aria-hidden="true" />
        Previous
      </Step>
      <ol className={styles.numbers}>
        {pagesInSight(page, pages).map((number, place) =>
          number === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a gap has no name but its place.
            <li key={`gap ${place}`} aria-hidden="true" className={styles.gap}>
              …
            </li>
          ) : (
            <li key={number}>
              <Link
                className={styles.number}
                href={href(number)}
                aria-label={`Page ${number}`}
                aria-current={number === page ? 'page' : undefined}
              >
                {number}
              </Link>
            </li>
          ),
        )}
      </ol>
      <p className={styles.now} aria-hidden="true">
        {page} of {pages}
      </p>
      <Step href={page < pages ? href(page + 1) : undefined} rel="next">
        Next
        <ChevronRight aria-hidden="true" />
      </Step>
    </nav>
  )
}

function Step({ href, rel, children }: { href: string | undefined; rel: string; children: ReactNode }) {
  if (!href) return <span className={styles.step}>{children}</span>
  return (
    <Link className={styles.step} href={href} rel={rel}>
      {children}
    </Link>
  )
}

/** First, last, and those around the current one; `null` is a gap. */
export function pagesInSight(page: number, pages: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages)
  const sorted = [...new Set(wanted)].sort((a, b) => a - b)
  return sorted.flatMap((number, place) => {
    const missing = number - (sorted[place - 1] ?? 0) - 1
    // A gap of one page is that page.
    if (missing === 1) return [number - 1, number]
    return missing > 1 ? [null, number] : [number]
  })
}
