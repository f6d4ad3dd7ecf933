'use server'

import { z } from 'zod'
import type { ShopActor } from '@/server/actor'
import type { Reply } from '@/server/engine/commands/dispatch'
import { idInput } from '@/server/events/inputs'
import { shop } from '@/server/shop'
import { findCommand } from '@/server/write/registry'
import { whoIsAsking } from './actor'

const MOST_IN_ONE_CALL = 100
const batchSchema = z
  .array(z.object({ id: idInput, name: z.string().max(60), input: z.unknown() }))
  .min(1)
  .max(MOST_IN_ONE_CALL)

export type IssuedCommand = { id: string; name: string; input: unknown }

/**
 * The door for everything a browser wants done: commands in the order in which they were issued, answered one by one
 * right after their commits, as far as it got: where one can neither be carried out nor refused, the replies end before
 * it. Next sends one action at a time, so the client batches (docs/decisions/0005). Each command says itself who may issue
 * it and what its input must look like.
 */
export async function issueCommands(batch: IssuedCommand[]): Promise<Reply[]> {
  const parsed = batchSchema.safeParse(batch)
  if (!parsed.success) return [{ ok: false, rejection: { code: 'InvalidInput', issues: [] }, token: null }]
  const { actor } = await whoIsAsking()
  const replies: Reply[] = []
  try {
    for (const command of parsed.data) replies.push(await carryOut(command, actor))
  } catch (error) {
    shop().log.error({ error, commandId: parsed.data[replies.length]?.id }, 'a command could not be carried out')
    // The rest is of unknown outcome, and the client sends it again with the same ids.
  }
  return replies
}

function carryOut({ id, name, input }: IssuedCommand, actor: ShopActor): Promise<Reply> | Reply {
  const command = findCommand(name)
  if (command) return shop().dispatch(command, { id, input, actor })
  return { ok: false, rejection: { code: 'CommandNotFound', name }, token: null }
}
