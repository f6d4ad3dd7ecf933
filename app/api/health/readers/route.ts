import { healthOf } from '@/server/health'

export const dynamic = 'force-dynamic'

/** 503 while a projection or policy is late or nobody runs them: for whoever shall be woken by it. */
export async function GET(): Promise<Response> {
  const health = await healthOf()
  return Response.json(health, { status: health.keepsUp ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
