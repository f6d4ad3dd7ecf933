'use client'

import { ErrorMessage } from '@/app/_ui/error-message'
import { errorReference } from '@/app/_ui/error-reference'
import { ShopShell } from '@/app/_ui/shop-shell'

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <ShopShell>
      <ErrorMessage reference={errorReference(error)} retry={retry} />
    </ShopShell>
  )
}
