'use client'

import { useRef } from 'react'

/**
 * Lets one try through until its answer is there: Enter pressed twice asks once. `answer` is that of the last try, another
 * object for each; before the first, always the same.
 */
export function useOneAtATime(answer: object): () => boolean {
  const answered = useRef<object>(undefined)
  return () => {
    if (answered.current === answer) return false
    answered.current = answer
    return true
  }
}
