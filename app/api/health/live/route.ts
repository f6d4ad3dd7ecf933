export const dynamic = 'force-dynamic'

/** 200 while this process answers at all: a database that is away is no reason to start it anew. */
export function GET(): Response {
  return Response.json({ ok: true }, { headers: { 'cache-control': 'no-store' } })
}
