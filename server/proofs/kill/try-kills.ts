import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type Sql } from '@/server/engine/database/postgres'
import { createWakeUp } from '@/server/engine/queue/wake-up'
import { mailboxIn } from '@/server/mail/mailbox'
import { projections } from '@/server/read/registry'
import { differencesFromFold, faultsOfEffects } from './judge'
import { type Servers, startServers } from './servers'
import { type Order, startShoppers } from './shoppers'
import { type Fleet, startFleet } from './worker-fleet'

const WORKERS = 3
const SHOPPERS = 3
const SETTLED_WITHIN_MS = 180_000

export type Plan = { kills: number; postgresRestarts: number; redisRestarts: number; withRedis: boolean }

/**
 * How long an order takes that is placed when a worker has just died, until it is paid and shown, and how long the next
 * one takes, with nobody dead: what the machine takes for it at that time.
 */
export type Takeover = { ms: number; undisturbedMs: number }

export type Outcome = {
  orders: number
  /** How the read tables differ from a fold of the log from zero. */
  differences: string[]
  /** What happened to an order otherwise than once. */
  faults: string[]
  takeovers: Takeover[]
  workersThatDiedByThemselves: number
}

/** Shoppers order, and meanwhile workers, PostgreSQL and Redis are killed, as often as the plan says. */
export async function tryKills(plan: Plan, onKill = () => {}): Promise<Outcome> {
  const servers = await startServers(plan)
  const fleet = await startFleet(WORKERS, environment(servers))
  const sql = connect(servers.commandUrl, { name: 'killed-command', max: 8 })
  const queue = servers.redisUrl ? { redisUrl: servers.redisUrl } : { postgresUrl: servers.commandUrl }
  const wakeUp = createWakeUp({ queue, sql, onError: () => {} })
  const admin = connect(servers.ownerUrl, { name: 'killed-admin', max: 2 })
  const projector = connect(servers.projectorUrl, { name: 'killed-projector', max: 3 })
  try {
    await fleet.untilUp(WORKERS)
    const shoppers = await startShoppers(sql, SHOPPERS, wakeUp.addJob)
    const probes: Order[] = []
    const probe = async () => {
      const began = performance.now()
      const order = await shoppers.order('approves')
      probes.push(order)
      await untilShown(admin, order)
      return Math.round(performance.now() - began)
    }
    const takeovers = await killAll(plan, servers, fleet, onKill, probe)
    await shoppers.stop()
    const orders = [...shoppers.orders, ...probes]
    await untilSettled(admin)
    await fleet.stop()
    return {
      orders: orders.length,
      faults: await faultsOfEffects(admin, orders, mailboxIn(servers.dataDir)),
      differences: await differencesFromFold(admin, projector, projections({ timeZone: 'Europe/London' })),
      takeovers,
      workersThatDiedByThemselves: fleet.diedByThemselves(),
    }
  } finally {
    await fleet.stop()
    await wakeUp.close()
    await Promise.all([sql, admin, projector].map((one) => one.end({ timeout: 2 })))
    await servers.stop()
  }
}

function environment(servers: Servers): Record<string, string> {
  return {
    PROJECTOR_DATABASE_URL: servers.projectorUrl,
    COMMAND_DATABASE_URL: servers.commandUrl,
    SESSION_SECRET: servers.sessionSecret,
    TIDEMARK_DATA_DIR: servers.dataDir,
    LOG_LEVEL: 'silent',
    REDIS_URL: servers.redisUrl ?? '',
    PROJECTION_PARTITIONS: 'order-history=3,cart=2',
    NODE_ENV: 'production',
  }
}

/** Kills workers one after the other, and the servers evenly among them; these are up again when the next one dies. */
async function killAll(
  plan: Plan,
  servers: Servers,
  fleet: Fleet,
  onKill: () => void,
  probe: () => Promise<number>,
): Promise<Takeover[]> {
  const takeovers: Takeover[] = []
  for (let n = 1; n <= plan.kills; n++) {
    await sleep(Math.random() * 400)
    while (!(await fleet.killOne())) await sleep(20)
    const ms = await probe()
    takeovers.push({ ms, undisturbedMs: await probe() })
    onKill()
    const turn = turnAt(n, plan.kills, plan.postgresRestarts)
    if (turn > 0) await servers.restartPostgres(turn % 2 === 0)
    if (turnAt(n, plan.kills, plan.redisRestarts) > 0) await servers.restartRedis()
    await probe()
  }
  return takeovers
}

/** Which of `times` restarts, spread evenly over all kills, comes with the n-th; 0: none. */
function turnAt(n: number, kills: number, times: number): number {
  const turn = Math.floor((n * times) / kills)
  return turn > Math.floor(((n - 1) * times) / kills) ? turn : 0
}

async function untilShown(admin: Sql, { orderId }: Order): Promise<void> {
  for (;;) {
    const [row] = await admin<{ status: string }[]>`
      select status from read.order_history where order_id = ${orderId}`.catch(() => [])
    if (row?.status === 'paid') return
    await sleep(10)
  }
}

/** Until the workers, left alone, have done everything that follows from the log. */
async function untilSettled(admin: Sql): Promise<void> {
  const deadline = performance.now() + SETTLED_WITHIN_MS
  while (performance.now() < deadline) {
    const [left] = await admin<{ events: number; payments: number; letters: number }[]>`
      select (
        select count(*)::int from write.event e
        join (select snapshot from read.checkpoint union all select snapshot from write.policy_checkpoint) reader
          on not pg_visible_in_snapshot(e.xid, reader.snapshot)
        where e.position > (select max(position) - 1000 from write.event)) as events,
        (select count(*)::int from write.orders where status = 'awaiting-payment') as payments,
        (select count(*)::int from write.orders o where o.status = 'paid'
          and not exists (select from write.confirmations c where c.order_id = o.id)) as letters`.catch(() => [])
    if (left && left.events + left.payments + left.letters === 0) return
    await sleep(200)
  }
}
