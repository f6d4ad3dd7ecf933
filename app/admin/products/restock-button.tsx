'use client'

import { DialogButton } from '@/app/_ui/dialog-button'
import { type Restocked, RestockForm } from './restock-form'

export function RestockButton({ item }: { item: Restocked }) {
  return (
    <DialogButton
      label={
        <>
          Restock<span className="spoken"> {item.name}</span>
        </>
      }
      small
      title={`Restock ${item.name}`}
    >
      <RestockForm item={item} />
    </DialogButton>
  )
}
