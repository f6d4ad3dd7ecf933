import type { RejectionCode, RejectionDetails } from '@/server/write/rejections'

/** `title` says what happened; `body` what is true now, and what to do. */
export type Words = { title: string; body: string }

/** A sentence for each of these codes, made from the details that come with it. */
export type WordsFor<Code extends RejectionCode> = {
  [Each in Code]: (details: RejectionDetails[Each], currency: string) => Words
}

/** "Gale lantern, brass"; a product of one variant has no label. */
export function itemName({ name, label }: { name: string; label: string }): string {
  return label ? `${name}, ${label}` : name
}

/** "one", "one and another", "one, another and a third". */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last
}
