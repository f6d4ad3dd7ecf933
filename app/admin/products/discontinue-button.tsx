'use client'

import { DialogButton } from '@/app/_ui/dialog-button'
import { DiscontinueForm } from './discontinue-form'

export function DiscontinueButton({ product }: { product: { productId: string; name: string } }) {
  return (
    <DialogButton label="Discontinue" look="plain" title={`Discontinue ${product.name}?`}>
      <DiscontinueForm productId={product.productId} />
    </DialogButton>
  )
}
