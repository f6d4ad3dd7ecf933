import type { Metadata } from 'next'
import { NotFoundMessage } from '@/app/_ui/not-found-message'
import { ShopShell } from '@/app/_ui/shop-shell'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <ShopShell>
      <NotFoundMessage />
    </ShopShell>
  )
}
