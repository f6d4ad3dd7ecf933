import { Notice } from '@/app/_ui/notice'
import { Stack } from '@/app/_ui/stack'
import type { Cause } from '@/server/health/causes'

/** What holds the readers of the log back, each with what helps. */
export function Causes({ causes }: { causes: readonly Cause[] }) {
  if (causes.length === 0) return null
  return (
    <Stack gap="s">
      {causes.map(({ title, sentence, advice }) => (
        <Notice key={sentence} tone="info" title={title}>
          <p>{sentence}</p>
          <p>{advice}</p>
        </Notice>
      ))}
    </Stack>
  )
}
