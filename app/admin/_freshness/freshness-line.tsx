'use client'

import { Status } from '@/app/_ui/status'
import { freshnessOf } from './freshness'
import { useFreshness } from './freshness-provider'

/** One word on how fresh the figures are, and one sentence where they are not. */
export function FreshnessLine() {
  const { status, isKnown } = useFreshness()
  const { tone, text, detail } = freshnessOf(status)
  if (!isKnown) return <Status tone="pending">Freshness not known</Status>
  return (
    <div>
      <Status tone={tone}>{text}</Status>
      {tone !== 'done' && <p>{detail}</p>}
    </div>
  )
}
