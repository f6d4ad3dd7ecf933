'use client'

import { useState } from 'react'
import { useWhenSaved } from '@/app/_client/use-issue'

/** Before a guest becomes somebody: what they put into the cart has to have arrived, or it would not come along. */
export function useEntering() {
  const whenSaved = useWhenSaved()
  const [isEntering, setEntering] = useState(false)

  async function enter(go: () => void) {
    setEntering(true)
    await whenSaved()
    setEntering(false)
    go()
  }

  return { isEntering, enter }
}
