'use client'

import { DialogButton } from '@/app/_ui/dialog-button'
import { ChangePriceForm, type Priced } from './change-price-form'

export function ChangePriceButton({ item }: { item: Priced }) {
  return (
    <DialogButton
      label={
        <>
          Reprice<span className="spoken"> {item.name}</span>
        </>
      }
      small
      title={`Price of ${item.name}`}
    >
      <ChangePriceForm item={item} />
    </DialogButton>
  )
}
