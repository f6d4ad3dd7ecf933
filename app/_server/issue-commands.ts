'use server'

import { z } from 'zod'
import type { Reply } from '@/server/engine/dispatch'
import { shop } from '@/server/shop'
import { findCommand } from '@/server/write/registry'
import { whoIsAsking } from './actor'

const MOST_IN_ONE_CALL = 100
const batchSchema = z
  .array(z.object({ id: z.uuid(), name: z.string().max(60), input: z.unknown() }))
  .min(1)
  .max(MOST_IN_ONE_CALL)

export type IssuedCommand = { id: string; name: string; input: unknown }

/**
 * The door for everything a browser wants done: commands in the order in which they were issued, answered one by one
 * right after their commits. Next sends one action at a time, so the client batches (docs/decisions/0005). Each command
 * says itself who may issue it and what its input must look like.
 */
export async function issueCommands(batch: IssuedCommand[]): Promise<Reply[]> {
  const parsed = batchSchema.safeParse(batch)
  if (!parsed.success) return [{ ok: false, rejection: { code: 'InvalidInput', issues: [] }, token: null }]
  const { actor } = await whoIsAsking()
  const replies: Reply[] = []
  for (const { id, name, input } of parsed.data) {
    const command = findCommand(name)
    if (command) replies.push(await shop().dispatch(command, { id, input, actor }))
    else replies.push({ ok: false, rejection: { code: 'CommandNotFound', name }, token: null })
  }
  return replies
}
