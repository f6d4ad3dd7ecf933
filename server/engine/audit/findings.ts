import type { AnySql, TransactionSql } from '../database/postgres'
import { type Change, difference } from '../log/difference'
import type { PartRows } from '../projections/audit'

/** What differs in one field: what the row says, and what the log says. */
export type Drift = { field: string; row: Change['before']; log: Change['after'] }

/** Why the rows of a part were not made anew: see `replay`; `failed`: the log of the worker says more. */
export type Refused = 'outdated' | 'parked' | 'behind' | 'unsettled' | 'failed'

/** A part of a projection whose rows are not what the log makes of them. */
export type Finding = {
  reader: string
  part: string
  drifts: readonly Drift[]
  /** Why it was not made anew when somebody wished for that last; null where nobody did. */
  refused: Refused | null
  foundAt: string
  /** When it was last seen to be so. */
  seenAt: string
}

/** How much was looked at, by reader. */
export type AuditStanding = {
  reader: string
  /** Parts that were compared since the beginning. */
  checked: number
  auditedAt: string
}

/** The verdict on one projection's sample, by part: empty where rows and log agree. */
export type Verdict = ReadonlyMap<string, readonly Drift[]>

const MOST_DRIFTS = 50

/** Compares what rows are with what they should be, field by field. */
export function compare(living: PartRows = [], expected: PartRows = []): Drift[] {
  if (JSON.stringify(living) === JSON.stringify(expected)) return []
  const drifts = difference(living, expected).map(({ path, before, after }) => ({
    field: (living.length > 1 || expected.length > 1 ? path : path.slice(1)).join(' · '),
    row: before,
    log: after,
  }))
  // An empty list differs from none, and has no field to show it.
  const whole = { field: 'rows', row: JSON.stringify(living), log: JSON.stringify(expected) }
  return drifts.length > 0 ? drifts.slice(0, MOST_DRIFTS) : [whole]
}

/** Writes down what differs, and forgets what is well again. */
export async function report(sql: AnySql, reader: string, verdict: Verdict): Promise<void> {
  const drifted = [...verdict].flatMap(([part, drifts]) => (drifts.length > 0 ? [{ part, drifts }] : []))
  const well = [...verdict].flatMap(([part, drifts]) => (drifts.length > 0 ? [] : [part]))
  await sql`delete from read.audit_finding where reader = ${reader} and part = any(${well})`
  await sql`
    insert into read.audit_finding (reader, part, drifts)
    select ${reader}, part, drifts from jsonb_to_recordset(${sql.json(drifted as never)}) as found (part text, drifts jsonb)
    on conflict (reader, part) do update set drifts = excluded.drifts, seen_at = now()`
  await sql`
    insert into read.audit_standing as standing (reader, checked, audited_at)
    values (${reader}, ${verdict.size}, now())
    on conflict (reader) do update set checked = standing.checked + excluded.checked, audited_at = now()`
}

export async function forgetFinding(tx: TransactionSql, reader: string, part: string): Promise<void> {
  await tx`delete from read.audit_finding where reader = ${reader} and part = ${part}`
}

/** Tells those who look at a finding why what they wished for was not done. */
export async function noteRefusal(sql: AnySql, reader: string, part: string, refused: Refused): Promise<void> {
  await sql`update read.audit_finding set refused = ${refused} where reader = ${reader} and part = ${part}`
}

/** What was found and is not mended, the oldest first. */
export function listFindings(sql: AnySql, limit = 200): Promise<Finding[]> {
  return sql<Finding[]>`
    select reader, part, drifts, refused, found_at as "foundAt", seen_at as "seenAt" from read.audit_finding
    order by found_at, reader, part limit ${limit}`
}

export async function countFindings(sql: AnySql): Promise<number> {
  const [found] = await sql<{ count: number }[]>`select count(*)::int as count from read.audit_finding`
  return found?.count ?? 0
}

export function listAudited(sql: AnySql): Promise<AuditStanding[]> {
  return sql<AuditStanding[]>`
    select reader, checked, audited_at as "auditedAt" from read.audit_standing order by reader`
}

/** The parts that must be looked at again, since they were found to differ. */
export async function partsToSeeAgain(tx: TransactionSql, reader: string, limit: number): Promise<string[]> {
  const rows = await tx<{ part: string }[]>`
    select part from read.audit_finding where reader = ${reader} order by seen_at limit ${limit}`
  return rows.map(({ part }) => part)
}
