import type { Metadata } from 'next'
import { OfflineMessage } from './offline-message'

export const metadata: Metadata = { title: 'No network', robots: { index: false } }

/** Stands in for a page that this browser cannot get and has not kept. */
export default function OfflinePage() {
  return <OfflineMessage />
}
