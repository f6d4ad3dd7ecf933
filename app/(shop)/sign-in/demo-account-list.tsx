import { Button } from '@/app/_ui/button'
import styles from './demo-account-list.module.css'
import { DEMO_ACCOUNTS } from './demo-accounts'

/** Whom one can be in a demo shop. Choosing one fills the fields. */
export function DemoAccounts({ onChoose }: { onChoose: (account: { email: string; password: string }) => void }) {
  return (
    <section className={styles.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">Accounts of this demonstration</h2>
      <ul>
        {DEMO_ACCOUNTS.map(({ who, email, password }) => (
          <li key={email} className={styles.account}>
            <span className={styles.words}>
              <span>{who}</span>
              <span className={styles.pair}>
                {email}, {password}
              </span>
            </span>
            <Button
              small
              className="scripted"
              aria-label={`Use ${email}`}
              onClick={() => onChoose({ email, password })}
            >
              Use
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
