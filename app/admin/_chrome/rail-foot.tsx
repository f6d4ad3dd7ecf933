import { Stack } from '@/app/_ui/stack'
import { ThemeSwitch } from '@/app/_ui/theme-switch'
import { FreshnessLine } from '../_freshness/freshness-line'
import styles from './rail-foot.module.css'

/** The end of the rail: how fresh all these figures are, and by what light they are read. */
export function RailFoot() {
  return (
    <Stack>
      <FreshnessLine />
      <div className={styles.light}>
        <ThemeSwitch />
      </div>
    </Stack>
  )
}
