import 'server-only'
import { forbidden } from 'next/navigation'
import type { Fact } from '@/server/engine/log/event'
import type { Answer } from '@/server/engine/log/mark'
import type { Query } from '@/server/engine/queries/query'
import { shop } from '@/server/shop'
import { whoIsAsking } from './actor'
import { ownWork } from './own-work'

/**
 * Asks a query for the person of this request, whose own commits the answer contains: the browser names them in
 * cookies. For pages; a browser asks the same at /api/read/[query].
 */
export async function ask<Input, Data, F extends Fact>(
  query: Query<Input, Data, F>,
  input: Input,
): Promise<Answer<Data>> {
  const { actor } = await whoIsAsking()
  const answer = await shop().answer(query, { input, actor, ...(await ownWork()) })
  if (!answer.ok) {
    if (answer.code === 'NotPermitted') forbidden()
    throw new Error(`${query.name}: ${answer.message}`)
  }
  const { ok: _, ...rest } = answer
  return rest
}
