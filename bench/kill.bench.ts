import { tryKills } from '@/server/proofs/kill/try-kills'
import { type Figures, numberOption, startBar } from './bench'

/**
 * Shoppers order while workers, PostgreSQL and Redis are killed: whether the read tables equal a fold of the log, and
 * whether everything that follows from an order happened once. `--queue postgres` keeps the jobs in PostgreSQL.
 */
export async function bench(args: string[]): Promise<Figures> {
  const kills = numberOption(args, 'kills', 100)
  const restarts = numberOption(args, 'restarts', 5)
  const withRedis = args[args.indexOf('--queue') + 1] !== 'postgres'
  const redisRestarts = withRedis ? restarts : 0
  const bar = startBar('killed workers', kills)
  const started = performance.now()
  const outcome = await tryKills({ kills, postgresRestarts: restarts, redisRestarts, withRedis }, () => bar.add(1))
  bar.stop()
  const findings = [...outcome.differences, ...outcome.faults]
  for (const finding of findings.slice(0, 20)) console.error(finding)
  return {
    kills,
    postgresRestarts: restarts,
    redisRestarts,
    orders: outcome.orders,
    differences: findings.length,
    slowestTakeoverMs: Math.max(...outcome.takeovers.map(({ ms }) => ms)),
    slowestUndisturbedMs: Math.max(...outcome.takeovers.map(({ undisturbedMs }) => undisturbedMs)),
    workersThatDiedByThemselves: outcome.workersThatDiedByThemselves,
    seconds: Math.round((performance.now() - started) / 1000),
  }
}
