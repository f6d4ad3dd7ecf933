'use client'

import { useEffect } from 'react'
import { useConsistency } from './consistency-provider'
import { useIsLive } from './push-provider'
import { keyOf } from './views/answer-cache'
import { fetchAnswer } from './views/read-door'

const PAUSES_MS = [300, 500, 1000, 2000, 2000, 3000, 5000]
const LAST_PAUSE_MS = 10_000

/**
 * Asks a view again as long as something is awaited that somebody else does: soon at first, then at leisure, and not
 * while nobody looks. At leisure from the start where the stream tells of it. The answers come in by the same gate as all
 * others.
 */
export function useAskAgain({ name, input }: { name: string; input: unknown }, isAwaited: boolean): void {
  const { admit } = useConsistency()
  const isLive = useIsLive()
  const key = keyOf({ name, input })
  useEffect(() => {
    if (!isAwaited) return
    const left = new AbortController()
    let tries = 0
    let timer: ReturnType<typeof setTimeout>
    const plan = () => {
      timer = setTimeout(look, isLive() ? LAST_PAUSE_MS : (PAUSES_MS[tries++] ?? LAST_PAUSE_MS))
    }
    const look = async () => {
      const [question, asked] = JSON.parse(key) as [string, unknown]
      const answer = document.hidden
        ? null
        : await fetchAnswer({ name: question, input: asked }, left.signal).catch(() => null)
      if (left.signal.aborted) return
      if (answer) admit(key, answer)
      plan()
    }
    plan()
    return () => {
      clearTimeout(timer)
      left.abort()
    }
  }, [key, isAwaited, admit, isLive])
}
