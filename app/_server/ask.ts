import 'server-only'
import { cookies } from 'next/headers'
import { forbidden } from 'next/navigation'
import type { Fact } from '@/server/engine/event'
import type { Answer } from '@/server/engine/mark'
import type { Query } from '@/server/engine/query'
import { parseTokens, TOKEN_COOKIE } from '@/server/engine/token'
import { shop } from '@/server/shop'
import { whoIsAsking } from './actor'

/**
 * Asks a query for the person of this request, whose own commits the answer contains: the browser names them in its
 * token cookie. For pages; a browser asks the same at /api/read/[query].
 */
export async function ask<Input, Data, F extends Fact>(
  query: Query<Input, Data, F>,
  input: Input,
): Promise<Answer<Data>> {
  const { actor } = await whoIsAsking()
  const tokens = parseTokens((await cookies()).get(TOKEN_COOKIE)?.value)
  const answer = await shop().answer(query, { input, actor, tokens })
  if (!answer.ok) {
    if (answer.code === 'NotPermitted') forbidden()
    throw new Error(`${query.name}: ${answer.message}`)
  }
  const { ok: _, ...rest } = answer
  return rest
}
