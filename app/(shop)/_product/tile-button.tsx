'use client'

import { Check, Plus } from 'lucide-react'
import { usePathname, useSearchParams } from 'next/navigation'
import type { FormEvent } from 'react'
import { useIssue } from '@/app/_client/use-issue'
import { useView } from '@/app/_client/use-view'
import { classNames } from '@/app/_ui/class-names'
import type { Answer } from '@/server/engine/log/mark'
import type { CartItem } from '@/server/events/cart'
import { MOST_OF_ONE_ITEM } from '@/server/events/inputs'
import type { CartView } from '@/server/read/cart/cart.view'
import { addItemToCart } from '../cart/add-item-to-cart.optimistic'
import { addFromTile } from './actions'
import styles from './tile-button.module.css'

type TileButtonProps = {
  item: CartItem
  stock: number
  cart: Answer<CartView>
  /** The id of the page that the form is posted from. */
  page: string
}

/** One of it into the cart, from the list. Where no script runs, or before it is there, the button posts the form. */
export function TileButton({ item, stock, cart: initial, page }: TileButtonProps) {
  const { variantId, slug, name } = item
  const issue = useIssue()
  const from = `${usePathname()}?${useSearchParams()}#at-${slug}`
  const { lines } = useView({ name: 'cart', input: {}, initial }).data
  const inCart = lines.find((line) => line.variantId === variantId)?.quantity ?? 0
  const isFull = inCart >= Math.min(stock, MOST_OF_ONE_ITEM)

  function add(event: FormEvent) {
    event.preventDefault()
    issue(addItemToCart, { variantId, quantity: 1 }, { hint: item })
  }

  return (
    <form action={addFromTile} onSubmit={add}>
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="variant" value={variantId} />
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="from" value={from} />
      <button type="submit" disabled={isFull} className={classNames(styles.button, inCart > 0 && styles.holds)}>
        {isFull ? <Check aria-hidden="true" /> : <Plus aria-hidden="true" />}
        <span className={styles.words}>{inCart > 0 ? `${inCart} in cart` : 'Add'}</span>
        <span className="spoken">{wordsFor(name, inCart, isFull)}</span>
      </button>
    </form>
  )
}

function wordsFor(name: string, inCart: number, isFull: boolean): string {
  if (isFull) return `: all of ${name} that you can have`
  return inCart > 0 ? `: add another ${name}` : ` ${name} to the cart`
}
