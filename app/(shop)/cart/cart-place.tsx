'use client'

import { Button } from '@/app/_ui/button'
import type { PostedRefusal } from '../_forms/posted'
import { CartLine } from './cart-line'
import styles from './cart-place.module.css'
import type { LineForm } from './line-controls'
import type { Place } from './places'

type CartPlaceProps = { place: Place; form: LineForm; posted: PostedRefusal | null; onClose: () => void }

/** A line of the cart, or the place of one that went by itself: as high as it was, and closed by hand. */
export function CartPlace({ place: { line, isGone }, form, posted, onClose }: CartPlaceProps) {
  return (
    <div className={isGone ? styles.gone : undefined}>
      <div inert={isGone}>
        <CartLine line={line} form={form} posted={posted} />
      </div>
      {isGone && (
        <p className={styles.note} role="status">
          Taken out elsewhere
          <Button small look="plain" onClick={onClose} aria-label={`Close the place of ${line.name}`}>
            Close
          </Button>
        </p>
      )}
    </div>
  )
}
