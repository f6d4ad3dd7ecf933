import type { Comparison } from '@/server/engine/rebuilding/compare'
import type { RebuildRow } from '@/server/engine/rebuilding/rebuild-row'

const count = (amount: number) => amount.toLocaleString('en-GB')

/** What became of a rebuild, and what was found when the new rows were compared with those that stood. */
export function linesOfRebuild({ name, state, failure, last, askedAt, endedAt, compared }: RebuildRow): string[] {
  if (state === 'failed') return [`${name}: failed: ${failure}`]
  if (state !== 'done') return [`${name}: ${state}`]
  const seconds = (Date.parse(endedAt ?? askedAt) - Date.parse(askedAt)) / 1000
  const differing = (compared ?? []).filter((one) => one.differing > 0)
  const found = compared === null ? '' : `; ${foundIn(compared)}`
  return [
    `${name}: rebuilt from ${count(last)} events in ${seconds.toFixed(1)} s${found}`,
    ...differing.flatMap(linesOfTable),
  ]
}

function foundIn(compared: readonly Comparison[]): string {
  const rows = compared.reduce((sum, one) => sum + one.rows, 0)
  const differing = compared.reduce((sum, one) => sum + one.differing, 0)
  return differing === 0 ? `all ${count(rows)} rows are as they were` : `${count(differing)} rows are not as they were`
}

function linesOfTable({ table, samples }: Comparison): string[] {
  return samples.flatMap(({ key, changes }) => [
    `  ${table} ${key}`,
    ...changes.map(
      ({ path, before, after }) => `    ${path.join('.')}: ${before ?? 'nothing'} → ${after ?? 'nothing'}`,
    ),
  ])
}
