import type postgres from 'postgres'
import { v7 } from 'uuid'

/** PostgreSQL's first three transaction ids are its own; no event of a log that was never restored has one below this. */
const FIRST_CLASS = 4
/** Every cluster has used up far more ids than that for itself. */
const MOST_CLASSES = 400

type Epoch = { epoch: string; isStamped: boolean; isOwn: boolean }

/**
 * Gives a log its epoch. A log that was restored from a dump is found out, and all who read it are brought over: what one
 * had seen he has seen, what he had not he will be given, once (docs/decisions/0038). `isCopy` says so of a copy that
 * cannot be found out, because it is one to the byte.
 */
export async function settleEpoch(owner: postgres.Sql, isCopy = false): Promise<'new' | 'same' | 'brought over'> {
  const cluster = await findCluster(owner)
  return owner.begin(async (tx) => {
    const stamp = tx`pg_current_xact_id(), ${cluster}`
    const [found] = await tx<Epoch[]>`
      select epoch, xid is not null as "isStamped", (xid::text::numeric % 4294967296) = xmin::text::numeric
        and cluster is not distinct from coalesce(${cluster}, cluster) as "isOwn"
      from write.log_epoch for update`
    if (!found) {
      // Of two epochs the later one must be known for it: a browser may hold answers from before a restore.
      await tx`insert into write.log_epoch (epoch, xid, cluster) select ${v7()}::uuid, ${stamp}`
      return 'new'
    }
    if (!found.isStamped) await tx`update write.log_epoch set (xid, cluster) = (select ${stamp})`
    if ((!found.isStamped || found.isOwn) && !isCopy) return 'same'
    const epoch = v7()
    await bringOver(tx, found.epoch, epoch)
    await tx`update write.log_epoch set (epoch, xid, cluster) = (select ${epoch}::uuid, ${stamp})`
    return 'brought over'
  })
}

/** What the server calls itself; null where it does not tell just anybody. */
async function findCluster(owner: postgres.Sql): Promise<string | null> {
  const rows = await owner<{ id: string }[]>`select system_identifier::text as id from pg_control_system()`.catch(
    () => [],
  )
  return rows[0]?.id ?? null
}

/**
 * The xids of a restored log are those of another cluster: to this one they are long past or still to come, whatever they
 * were to the readers. All that matters of them is who has seen an event. Events that the same readers have not seen get
 * one small id between them, which stands in these readers' snapshots as if it were running; all others get one that
 * everybody sees.
 */
async function bringOver(tx: postgres.TransactionSql, from: string, to: string): Promise<void> {
  await tx`lock table write.event, read.checkpoint, write.policy_checkpoint in access exclusive mode`
  await tx`
    create temporary table reader on commit drop as
    select 'read' as side, name, snapshot, target, reached from read.checkpoint where epoch = ${from}
    union all select 'write', name, snapshot, target, reached from write.policy_checkpoint where epoch = ${from}`
  await tx`
    create temporary table unseen on commit drop as
    select position, by, ${FIRST_CLASS - 1} + dense_rank() over (order by by) as class from (
      select e.position, array_agg(r.side || ' ' || r.name order by r.side, r.name) as by
      from write.event e join reader r
        on not pg_visible_in_snapshot(e.xid, r.snapshot)
          and not (r.target is not null and e.position <= r.reached
            and pg_visible_in_snapshot(e.xid, coalesce(r.target, '1:1:')))
      where e.xid >= (select min(pg_snapshot_xmin(snapshot)::text::numeric)::text::xid8 from reader)
      group by e.position) events`
  const [most] = await tx<{ class: number | null }[]>`select max(class)::int as class from unseen`
  if ((most?.class ?? 0) > MOST_CLASSES)
    throw new Error('The readers of this log stand at too many places to be brought over: restore a later dump.')
  await tx`
    update write.event e set xid = coalesce((select class::text from unseen u where u.position = e.position), '3')::xid8
    where e.xid >= least((select min(pg_snapshot_xmin(snapshot)::text::numeric)::text::xid8 from reader),
      pg_snapshot_xmin(pg_current_snapshot()))`
  await tx`
    create temporary table place on commit drop as
    select r.side, r.name, (concat_ws(':', coalesce(min(class)::text, now.xid), now.xid,
      coalesce(string_agg(distinct_class.class::text, ',' order by class), '')))::pg_snapshot as snapshot
    from reader r cross join (select pg_current_xact_id()::text as xid) now
    left join (select distinct unnest(by) as reader, class from unseen) distinct_class on reader = r.side || ' ' || r.name
    group by r.side, r.name, now.xid`
  for (const [table, side] of [
    ['read.checkpoint', 'read'],
    ['write.policy_checkpoint', 'write'],
  ] as const) {
    await tx`
      update ${tx(table)} c set snapshot = place.snapshot, target = null, reached = 0, epoch = ${to}
      from place where place.side = ${side} and place.name = c.name`
  }
}
