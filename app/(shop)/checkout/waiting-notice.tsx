'use client'

import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'

type WaitingNoticeProps = {
  /** The order is made, and lies in the journal; until then it can be called off. */
  isOrdered: boolean
  onCallOff: () => void
}

/** No order goes out without the buyer knowing: what is waiting, and where. */
export function WaitingNotice({ isOrdered, onCallOff }: WaitingNoticeProps) {
  if (isOrdered) {
    return (
      <Notice title="Waiting for the network">
        Your order is kept in this browser and goes out, once, when the network is back. You may close the page; open
        the shop again later.
      </Notice>
    )
  }
  return (
    <Notice
      title="Waiting for the network"
      actions={
        <Button small onClick={onCallOff}>
          Do not order
        </Button>
      }
    >
      Nothing is ordered yet. Stay on this page, and the order is placed when the network is back. Your card is written
      down nowhere, so it cannot wait without you.
    </Notice>
  )
}
