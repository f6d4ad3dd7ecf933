import { healthOf } from '@/server/health'

export const dynamic = 'force-dynamic'

/**
 * 200 while this process can take commands and answer queries, else 503 with what is wrong. Late projections make it
 * `degraded` and name what holds them back, but not 503: no web process would be left to sell, and all of them can.
 */
export async function GET(): Promise<Response> {
  const health = await healthOf()
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
