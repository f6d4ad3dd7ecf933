import { productPath } from '@/app/_catalogue/departments'
import { ButtonLink } from '@/app/_ui/button-link'
import { Heading } from '@/app/_ui/heading'
import { Picture } from '@/app/_ui/picture'
import { Price } from '@/app/_ui/price'
import { tintOf } from '@/app/_ui/tint'
import type { ListedProduct } from '@/server/read/product-listing/listed-product.view'
import styles from './chosen-today.module.css'

/** One thing that somebody should look at twice. Another one every day. */
export function ChosenToday({ product }: { product: ListedProduct }) {
  const { slug, name, picture, category, description, priceFrom, priceTo, currency } = product
  return (
    <section className={styles.chosen} aria-labelledby="chosen">
      <Picture name={picture} tint={tintOf(category)} size="stage" className={styles.picture} />
      <div className={styles.words}>
        <p className={styles.kicker}>On the counter today</p>
        <Heading level={2} size="title" id="chosen">
          {name}
        </Heading>
        <p className={styles.description}>{description}</p>
        <Price minor={priceFrom} currency={currency} from={priceTo > priceFrom} size="l" />
        <ButtonLink href={productPath(slug)}>Look at it</ButtonLink>
      </div>
    </section>
  )
}
