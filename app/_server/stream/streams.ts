import 'server-only'
import { shop } from '@/server/shop'
import { createHub, type Hub } from './hub'
import { createPlaces } from './places'

type Streams = { hub: Hub; places: ReturnType<typeof createPlaces> }

const kept = globalThis as { tidemarkStreams?: Streams }

/** The streams of this process, which end with it: a server that is told to stop waits for open requests. */
export function streams(): Streams {
  kept.tidemarkStreams ??= begin()
  return kept.tidemarkStreams
}

function begin(): Streams {
  const hub = createHub(shop().marks.subscribe)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, hub.close)
  return { hub, places: createPlaces() }
}
