'use client'

import { Truck } from 'lucide-react'
import { DialogButton } from '@/app/_ui/dialog-button'
import { ShipOrderForm } from './ship-order-form'

type ShipOrderButtonProps = {
  order: { orderId: string; number: string }
  /** In a row of many, instead of being what the page is there for. */
  small?: boolean
  className?: string | undefined
}

export function ShipOrderButton({ order, small = false, className }: ShipOrderButtonProps) {
  return (
    <DialogButton
      label={
        small ? (
          <>
            Ship<span className="spoken"> order {order.number}</span>
          </>
        ) : (
          'Ship order'
        )
      }
      look={small ? 'quiet' : 'primary'}
      small={small}
      className={className}
      icon={small ? undefined : <Truck aria-hidden="true" />}
      title={`Ship ${order.number}`}
    >
      <ShipOrderForm orderId={order.orderId} />
    </DialogButton>
  )
}
