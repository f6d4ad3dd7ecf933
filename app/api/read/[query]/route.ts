import { whoIsAsking } from '@/app/_server/actor'
import { ownWork } from '@/app/_server/own-work'
import { findQuery } from '@/server/read/registry'
import { shop } from '@/server/shop'

const STATUS = { InvalidInput: 400, NotPermitted: 403 } as const

/** `GET /api/read/<query>?input=<JSON>` → an `Answer`, containing the own commits that the cookies name. */
export async function GET(request: Request, { params }: { params: Promise<{ query: string }> }): Promise<Response> {
  const query = findQuery((await params).query)
  if (!query) return refuse(404, 'QueryNotFound', 'There is no such query.')
  const input = parseJson(new URL(request.url).searchParams.get('input') ?? '{}')
  if (input === undefined) return refuse(400, 'InvalidInput', 'The parameter "input" must be JSON.')
  const { actor } = await whoIsAsking()
  const answer = await shop().answer(query, { input, actor, ...(await ownWork()) })
  if (!answer.ok) return refuse(STATUS[answer.code], answer.code, answer.message)
  const { ok: _, ...rest } = answer
  return Response.json(rest, { headers: { 'cache-control': 'private, no-store' } })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refuse(status: number, code: string, message: string): Response {
  return Response.json({ code, message }, { status, headers: { 'cache-control': 'no-store' } })
}
