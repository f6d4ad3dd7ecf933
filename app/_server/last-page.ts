import 'server-only'
import { redirect } from 'next/navigation'

type Paged = { total: number; page: number; pageSize: number }

/** An address of a page past the last one leads to the last one. */
export function notPastTheLast({ total, page, pageSize }: Paged, pathOf: (page: number) => string): void {
  const last = Math.max(1, Math.ceil(total / pageSize))
  if (page > last) redirect(pathOf(last))
}
