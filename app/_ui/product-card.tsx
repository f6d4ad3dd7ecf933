import type { ComponentProps, ReactNode } from 'react'
import { Link } from './link'
import { Picture } from './picture'
import { Price } from './price'
import styles from './product-card.module.css'
import type { Tint } from './tint'

type ProductCardProps = {
  href: ComponentProps<typeof Link>['href']
  name: string
  picture?: string | null | undefined
  tint?: Tint | undefined
  price: ComponentProps<typeof Price>
  /** One quiet line under the price: "Only 3 left", "4 colours". */
  note?: ReactNode
  /** A badge in the corner of the picture. */
  badge?: ReactNode
  /** A control of its own at the foot of the picture; the rest of the card is the link. */
  action?: ReactNode
  /** Above the fold: its picture is fetched at once. */
  eager?: boolean | undefined
  /** See `Picture`: the drawing grows into the product's page. */
  grows?: string | undefined
  level?: 2 | 3 | undefined
}

/** One product in a grid. The whole card is one link, named by the product. */
export function ProductCard({
  href,
  name,
  picture,
  tint,
  price,
  note,
  badge,
  action,
  eager,
  grows,
  level = 3,
}: ProductCardProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article id={grows && `at-${grows}`} className={styles.card}>
      <div className={styles.stage}>
        <Picture name={picture} tint={tint} eager={eager} grows={grows} className={styles.picture} />
        {action && <div className={styles.action}>{action}</div>}
      </div>
      {badge && <div className={styles.badge}>{badge}</div>}
      <div className={styles.words}>
        <Heading className={styles.name}>
          <Link className={styles.link} href={href}>
            {name}
          </Link>
        </Heading>
        <Price {...price} />
        {note && <p className={styles.note}>{note}</p>}
      </div>
    </article>
  )
}
