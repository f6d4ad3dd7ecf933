import { ask } from '@/app/_server/ask'
import { Stack } from '@/app/_ui/stack'
import { ThemeSwitch } from '@/app/_ui/theme-switch'
import { listProjections } from '@/server/read/projection-status/projection-status.query'
import { FreshnessLine } from '../_freshness/freshness-line'

/** The end of the rail: how fresh all these figures are, and by what light they are read. */
export async function RailFoot() {
  return (
    <Stack>
      <FreshnessLine initial={(await ask(listProjections, {})).data} />
      <ThemeSwitch />
    </Stack>
  )
}
