'use client'

import { useConsistency } from './consistency-provider'
import type { Issue } from './sending/issue'

/**
 * Answers the function that issues a command: `issue(command, input, { hint, onRefused })`. The command is its optimistic
 * definition, or its name where it has none. What it does shows in the same frame; nothing needs to be awaited.
 */
export function useIssue(): Issue {
  return useConsistency().issue
}

/** Answers a function to wait with what would leave own work behind, such as signing in as somebody else. */
export function useWhenSaved(): () => Promise<void> {
  return useConsistency().whenSaved
}

/** Answers a function that leaves nothing of this person in the browser: for when somebody else is to come. */
export function useLeave(): () => void {
  return useConsistency().leave
}
