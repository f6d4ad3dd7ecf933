import type { Metadata } from 'next'
import { NotFoundMessage } from '@/app/_ui/not-found-message'

export const metadata: Metadata = { title: 'Not found' }

export default function ShopNotFound() {
  return <NotFoundMessage />
}
