import { ThemeSwitch } from '@/app/_ui/theme-switch'
import { FreshnessLine } from '../_freshness/freshness-line'
import styles from './rail-foot.module.css'

/** The end of the rail, or one line where there is no rail: how fresh all these figures are, and by what light they are read. */
export function RailFoot() {
  return (
    <div className={styles.foot}>
      <FreshnessLine />
      <ThemeSwitch />
    </div>
  )
}
