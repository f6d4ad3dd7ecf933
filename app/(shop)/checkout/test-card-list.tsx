import { Button } from '@/app/_ui/button'
import type { CardField } from './card-refusal'
import styles from './test-card-list.module.css'
import { ANY_CODE, expiryAfter, TEST_CARDS } from './test-cards'

/** The cards that can be used here, each with what will become of it. Choosing one fills the fields. */
export function TestCards({ onChoose }: { onChoose: (card: Record<CardField, string>) => void }) {
  return (
    <div className={styles.cards}>
      <p>The shop takes no real cards. These are known to it; any expiry ahead and any three digits will do.</p>
      <ul>
        {TEST_CARDS.map(({ number, outcome }) => (
          <li key={number} className={styles.card}>
            <span className={styles.words}>
              <span className={styles.number}>{number}</span>
              <span className={styles.outcome}>{outcome}</span>
            </span>
            <Button
              small
              className="scripted"
              aria-label={`Use ${number}: ${outcome}`}
              onClick={() => onChoose({ number, expiry: expiryAfter(new Date()), cvc: ANY_CODE })}
            >
              Use
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
