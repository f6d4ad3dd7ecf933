import { whoIsAsking } from '@/app/_server/actor'
import { streams } from '@/app/_server/stream/streams'
import { staff } from '@/server/actor'
import { findingsOf } from '@/server/health'
import { tellFindings } from '@/server/metrics/gauges'
import { knowsToken } from '@/server/metrics/knows-token'
import { shop } from '@/server/shop'

export const dynamic = 'force-dynamic'

/**
 * `GET /api/metrics`, for Prometheus: what this process did, and how every reader of the log keeps up with it. For who
 * knows METRICS_TOKEN, and for staff.
 */
export async function GET(request: Request): Promise<Response> {
  if (!(await mayRead(request))) {
    const headers = { 'cache-control': 'no-store', 'www-authenticate': 'Bearer' }
    return Response.json({ code: 'NotPermitted', message: 'For staff, and with a token.' }, { status: 401, headers })
  }
  const { metrics, audited } = shop()
  const { survey, isQueueUp, drifted } = await findingsOf()
  const openStreams = streams().places.taken()
  const findings = { survey, isQueueUp, drifted, openStreams, audited: await audited().catch(() => []) }
  const text = `${await metrics.metrics()}${await tellFindings(findings)}`
  return new Response(text, { headers: { 'content-type': metrics.contentType, 'cache-control': 'no-store' } })
}

async function mayRead(request: Request): Promise<boolean> {
  if (knowsToken(request.headers.get('authorization'), shop().config.metricsToken)) return true
  return staff((await whoIsAsking()).actor)
}
