'use client'

import { Status } from '@/app/_ui/status'
import { freshnessOf } from './freshness'
import styles from './freshness-line.module.css'
import { useFreshness } from './freshness-provider'

/** One word on how fresh the figures are, and one sentence where they are not. */
export function FreshnessLine() {
  const { status, isKnown } = useFreshness()
  const { tone, text, detail } = freshnessOf(status)
  if (!isKnown) return <Status tone="pending">Freshness not known</Status>
  return (
    <div className={styles.line}>
      <Status tone={tone}>{text}</Status>
      {tone !== 'done' && <p className={styles.detail}>{detail}</p>}
    </div>
  )
}
