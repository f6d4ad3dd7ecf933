import { ButtonLink } from '@/app/_ui/button-link'
import { Heading } from '@/app/_ui/heading'
import { picturePath } from '@/app/_ui/picture-path'
import styles from './hero.module.css'

/** Drawings that stand on the tide line, left to right. */
const WASHED_UP = [
  'shell',
  'walking-boot',
  'ring-buoy',
  'sailing-boat',
  'straw-hat',
  'cup-of-tea',
  'umbrella',
  'suitcase',
]

/** What the shop is, in one breath, and what the tide left at its door. */
export function Hero() {
  return (
    <section className={styles.hero} aria-labelledby="hero">
      <div className={styles.words}>
        <Heading id="hero" size="display">
          Good things, kept dry
        </Heading>
        <p className={styles.lead}>
          A general store by the sea, for people who would rather buy it once. Everything here has been carried, sat on,
          rained on or eaten by somebody we know.
        </p>
        <ButtonLink href="/search" look="primary">
          Look round
        </ButtonLink>
      </div>
      <div className={styles.shore} aria-hidden="true">
        {WASHED_UP.map((name) => (
          // biome-ignore lint/performance/noImgElement: a small SVG of our own; there is nothing to resize or re-encode.
          <img key={name} className={styles.drawing} src={picturePath(name)} alt="" width={128} height={128} />
        ))}
      </div>
    </section>
  )
}
