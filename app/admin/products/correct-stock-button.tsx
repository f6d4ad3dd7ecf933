'use client'

import { DialogButton } from '@/app/_ui/dialog-button'
import { CorrectStockForm } from './correct-stock-form'
import type { Restocked } from './restock-form'

export function CorrectStockButton({ item }: { item: Restocked }) {
  return (
    <DialogButton
      label={
        <>
          Correct<span className="spoken"> stock of {item.name}</span>
        </>
      }
      small
      title={`Stock of ${item.name}`}
    >
      <CorrectStockForm item={item} />
    </DialogButton>
  )
}
