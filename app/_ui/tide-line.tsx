import { WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './tide-line.module.css'

/** How own work stands: nothing on its way, on its way, arrived, waiting for the network, taken back. */
export type TideState = 'still' | 'saving' | 'saved' | 'offline' | 'refused'

type TideLineProps = {
  state: TideState
  /** How many changes wait. */
  waiting?: number | undefined
  /** Its own words for this state, with a link perhaps: "The tent is sold out. See cart". */
  children?: ReactNode
}

/** The hair-thin line under the header that tells the truth about what is not yet confirmed. */
export function TideLine({ state, waiting = 0, children }: TideLineProps) {
  return (
    <div className={styles.tide} data-state={state}>
      <span className={styles.fill} aria-hidden="true" />
      <p className={styles.words} role="status">
        {state === 'offline' && <WifiOff aria-hidden="true" />}
        {children ?? tideWords(state, waiting)}
      </p>
    </div>
  )
}

/** What the line says. */
export function tideWords(state: TideState, waiting: number): string {
  switch (state) {
    case 'still':
      return ''
    case 'saving':
      return waiting > 1 ? `Saving ${waiting} changes` : 'Saving'
    case 'saved':
      return 'Saved'
    case 'offline':
      return waiting > 0 ? `Offline, ${waiting} waiting` : 'Offline'
    case 'refused':
      return 'A change was refused'
  }
}
