'use client'

import { useIssue } from '@/app/_client/use-issue'
import { useRefusals } from '@/app/_client/use-refusals'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { rejectionWords } from '@/app/_words/rejection-words'
import { useShopFacts } from '@/app/shop-facts'
import type { CartViewLine } from '@/server/read/cart/cart.view'
import { changeItemQuantity } from './change-item-quantity.optimistic'
import { isAboutLine } from './refused-line'
import { removeItemFromCart } from './remove-item-from-cart.optimistic'
import { shortage } from './shortage'

/** What the shop said no to on one line, and what can be had instead. */
export function LineRefusal({ line: { variantId, quantity } }: { line: CartViewLine }) {
  const { currency } = useShopFacts()
  const issue = useIssue()
  const { refusals, dismiss } = useRefusals()
  const own = refusals.filter((refusal) => isAboutLine(refusal, variantId))
  const latest = own.at(-1)
  if (!latest) return null

  function forget() {
    for (const { id } of own) dismiss(id)
  }

  const left = shortage(latest.rejection, variantId)?.inStock
  const { title, body } = rejectionWords(latest.rejection, currency)
  return (
    <Notice
      tone="refusal"
      title={title}
      actions={
        <>
          {left !== undefined && left > 0 && left !== quantity && (
            <Button
              small
              look="primary"
              onClick={() => {
                forget()
                issue(changeItemQuantity, { variantId, quantity: left })
              }}
            >
              Take the {left} that {left === 1 ? 'is' : 'are'} left
            </Button>
          )}
          <Button
            small
            onClick={() => {
              forget()
              issue(removeItemFromCart, { variantId })
            }}
          >
            Remove it
          </Button>
          <Button small look="plain" onClick={forget}>
            Leave it at {quantity}
          </Button>
        </>
      }
    >
      {body}
    </Notice>
  )
}
