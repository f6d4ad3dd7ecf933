'use server'

import type { Reply } from '@/server/engine/commands/dispatch'
import { whoIsAsking } from './actor'
import { type IssuedCommand, issueCommands } from './issue-commands'

/**
 * The door for a page with a script, which says whose work it sends. A page may outlive its session: another person has
 * signed in since, in another tab. `null` says so, and nothing is carried out in their name.
 */
export async function issueOwnCommands(actorId: string, batch: IssuedCommand[]): Promise<Reply[] | null> {
  const { actor } = await whoIsAsking()
  return actor.id === actorId ? issueCommands(batch) : null
}
