import type { NextRequest } from 'next/server'
import { whoIsAsking } from '@/app/_server/actor'
import { openStream } from '@/app/_server/stream/open-stream'
import { senderOf } from '@/app/_server/stream/sender'
import { streams } from '@/app/_server/stream/streams'
import { staff } from '@/server/actor'
import { shop } from '@/server/shop'

/** Who may hear what is looked at again this often, whatever his session says. */
const MOST_MS = 15 * 60_000
const RETRY_AFTER_S = 30

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Compressed, each stream would hold a compressor, and a proxy would hold back what is short.
  'cache-control': 'private, no-store, no-transform',
  'x-accel-buffering': 'no',
}

/**
 * `GET /api/stream?age=<ms>`: server-sent events on which marks have moved, for this process's and every other's
 * projections. `hello` comes first and says whether nothing is missing of the last `age` milliseconds; then `news`, and a
 * `beat` when all is quiet.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const { actor, sessionEnds } = await whoIsAsking()
  const { hub, places } = streams()
  const sender = senderOf(request.headers.get('x-forwarded-for') ?? '', shop().config.trustedProxies)
  const place = places.enter(actor.id, sender)
  if (!place.isGiven) return refuse(place.code)
  const ageMs = Math.max(0, Number(request.nextUrl.searchParams.get('age')) || 0)
  const until = Math.min(Date.now() + MOST_MS * (0.8 + Math.random() / 5), sessionEnds?.getTime() ?? Infinity)
  const hearer = { actorId: actor.id, hearsAll: staff(actor) }
  const body = openStream(hub, { ...hearer, until, ageMs, signal: request.signal, onClosed: place.leave })
  return new Response(body, { headers: HEADERS })
}

function refuse(code: 'TooManyStreams' | 'StreamsFull'): Response {
  const isYours = code === 'TooManyStreams'
  const message = isYours
    ? 'You have too many streams open: close some pages.'
    : 'No more streams can be opened here now. The shop works without.'
  const headers = { 'cache-control': 'no-store', 'retry-after': String(RETRY_AFTER_S) }
  return Response.json({ code, message }, { status: isYours ? 429 : 503, headers })
}
