'use client'

import { Status } from '@/app/_ui/status'
import type { ProjectionStatusView } from '@/server/read/projection-status/projection-status.view'
import { freshnessOf } from './freshness'
import { useFreshness } from './use-freshness'

/** One word on how fresh the figures are, and one sentence where they are not. */
export function FreshnessLine({ initial }: { initial: ProjectionStatusView }) {
  const { status, isKnown } = useFreshness(initial)
  const { tone, text, detail } = freshnessOf(status)
  if (!isKnown) return <Status tone="pending">Freshness not known</Status>
  return (
    <div>
      <Status tone={tone}>{text}</Status>
      {tone !== 'done' && <p>{detail}</p>}
    </div>
  )
}
