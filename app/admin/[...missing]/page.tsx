import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

export const metadata: Metadata = { title: 'Not found' }

/** What nothing answers to is not found inside the back office, with its way to everywhere else. */
export default function MissingAdminPage() {
  notFound()
}
