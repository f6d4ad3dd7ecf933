import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

export const metadata: Metadata = { title: 'Not found' }

/** Every address that nothing answers to is not found inside the shop, with its header and its search. */
export default function MissingPage() {
  notFound()
}
