'use client'

import { useState } from 'react'
import { useWhenSaved } from '@/app/_client/use-issue'
import { useOneAtATime } from '@/app/_client/use-one-at-a-time'

/**
 * Before a guest becomes somebody: what they put into the cart has to have arrived, or it would not come along. Nobody
 * enters twice: until the form's `answer` is another, and after one that leads away.
 */
export function useEntering(answer: { goTo?: string | undefined }) {
  const mayTry = useOneAtATime(answer)
  const whenSaved = useWhenSaved()
  const [isEntering, setEntering] = useState(false)

  async function enter(go: () => void) {
    if (answer.goTo !== undefined || !mayTry()) return
    setEntering(true)
    await whenSaved()
    setEntering(false)
    go()
  }

  return { isEntering, enter }
}
