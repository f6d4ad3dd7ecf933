import { ViewTransition } from 'react'
import { classNames } from './class-names'
import styles from './picture.module.css'
import { picturePath } from './picture-path'
import type { Tint } from './tint'

type PictureProps = {
  /** `/pictures/<name>.svg`; nothing where a product has none yet. */
  name?: string | null | undefined
  /** What it shows. Empty beside a name that already says it. */
  alt?: string | undefined
  tint?: Tint | undefined
  /** `card` in a grid · `stage` on its own page · `thumb` in a line of a cart or an order */
  size?: 'thumb' | 'card' | 'stage' | undefined
  /** Above the fold: fetched at once. */
  eager?: boolean | undefined
  /** Names the drawing across two pages: it grows from the one into the other. Once a page at most. */
  grows?: string | undefined
  className?: string | undefined
}

/** A drawing on the ground of its category. The ground has its shape before the drawing arrives, so nothing moves. */
export function Picture({ name, alt = '', tint = 'none', size = 'card', eager, grows, className }: PictureProps) {
  const picture = (
    <span className={classNames(styles.ground, styles[size], styles[tint], className)}>
      {name && (
        // biome-ignore lint/performance/noImgElement: a small SVG of our own; there is nothing to resize or re-encode.
        <img
          className={styles.drawing}
          src={picturePath(name)}
          alt={alt}
          width={128}
          height={128}
          loading={eager ? 'eager' : 'lazy'}
          fetchPriority={eager && size === 'stage' ? 'high' : 'auto'}
          decoding="async"
        />
      )}
    </span>
  )
  if (!grows) return picture
  // Only the pair moves: without default="none" every transition of the page would animate every picture on it.
  return (
    <ViewTransition name={`picture-${grows}`} share="picture" default="none">
      {picture}
    </ViewTransition>
  )
}
