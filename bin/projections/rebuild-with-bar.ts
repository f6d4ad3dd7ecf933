import { Presets, SingleBar } from 'cli-progress'
import type { Sql } from '@/server/engine/postgres'
import type { Projection } from '@/server/engine/projection'
import { rebuild } from '@/server/engine/rebuild'
import { eventDefinitions as definitions } from '@/server/events/registry'

const FORMAT = '{name} {bar} {percentage}% · {toGo} events to go · {rate}/s'
const count = (amount: number) => Math.round(amount).toLocaleString('en-GB')

/** Rebuilds one projection under a bar on the terminal. Answers whether it was done, or broken off. */
export async function rebuildWithBar(sql: Sql, projection: Projection, signal: AbortSignal): Promise<boolean> {
  const { name } = projection
  const last = await lastPosition(sql)
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  const bar = new SingleBar({ format: FORMAT, clearOnComplete: true, gracefulExit: false }, Presets.shades_classic)
  bar.start(last, 0, { name: name.padEnd(20), toGo: count(last), rate: '–' })
  let first: number | undefined
  const onProgress = ({
    checkpoint: { target, reached },
  }: {
    checkpoint: { target: string | null; reached: number }
  }) => {
    // Outside a walk there is nothing left to walk to.
    const at = target === null ? last : Math.min(reached, last)
    first ??= at
    bar.update(at, { toGo: count(last - at), rate: count((at - first) / seconds()) })
  }
  const isDone = await rebuild({ sql, definitions, poison: 'park' }, projection, { onProgress, signal }).finally(() =>
    bar.stop(),
  )
  if (isDone) console.log(`${name}: rebuilt from ${count(last)} events in ${seconds().toFixed(1)} s`)
  return isDone
}

/** Positions count events, but for the few gaps that commands leave which were rolled back. */
async function lastPosition(sql: Sql): Promise<number> {
  const [log] = await sql<{ last: number }[]>`select coalesce(max(position), 0) as last from write.event`
  return log?.last ?? 0
}
