import pino from 'pino'
import { SYSTEM } from '@/server/actor'
import { parseWorkerEnv } from '@/server/config'
import { startAudit } from '@/server/engine/audit/runner'
import { createDispatcher } from '@/server/engine/commands/dispatch'
import { openLocks } from '@/server/engine/database/locks'
import { connect } from '@/server/engine/database/postgres'
import { startVacuuming } from '@/server/engine/database/vacuum'
import { watchMarks } from '@/server/engine/queries/marks'
import { createWakeUp, LOG_CHANNEL } from '@/server/engine/queue/wake-up'
import { startCanary } from '@/server/engine/watching/canary'
import { observeCommands, observePolicies, observeProjections } from '@/server/engine/watching/observe'
import { startRunner } from '@/server/engine/worker/runner'
import { eventDefinitions } from '@/server/events/registry'
import { openMailer } from '@/server/mail/open-mailer'
import { createInstruments } from '@/server/metrics/instruments'
import { serveMetrics } from '@/server/metrics/serve-metrics'
import { startRebuilds } from '@/server/operations/rebuilds'
import { startRetries } from '@/server/operations/retries'
import { createTestProvider } from '@/server/payment/test-provider'
import { withPatience } from '@/server/payment/with-patience'
import { startJobs } from '@/server/policies/jobs'
import { policies } from '@/server/policies/registry'
import { startAskingAgain } from '@/server/policies/when-payment-delayed-ask-again'
import { projections } from '@/server/read/registry'
import { observers } from '@/server/telemetry/observers'
import { openTracing } from '@/server/telemetry/tracing'
import { WORKER_SESSIONS } from '@/server/worker-names'
import { WORKER_SESSION_SETTINGS } from '@/server/worker-settings'
import { effects } from '@/server/write/registry'

const config = parseWorkerEnv(process.env)
const log = pino({ level: config.logLevel, base: { process: 'worker' } })
// Rows and checkpoint commit together, so a commit that a crash of PostgreSQL forgets is projected again.
const settings = { synchronous_commit: 'off' }
const awake = WORKER_SESSION_SETTINGS
const sql = connect(config.projectorDatabaseUrl, {
  name: WORKER_SESSIONS.projector,
  max: 6,
  settings: { ...settings, ...awake },
})
const besideSql = connect(config.projectorDatabaseUrl, { name: WORKER_SESSIONS.rebuilding, max: 6, settings })
const policySql = connect(config.commandDatabaseUrl, { name: WORKER_SESSIONS.policy, max: 8, settings: awake })
const queue = config.redisUrl ? { redisUrl: config.redisUrl } : { postgresUrl: config.projectorDatabaseUrl }
const warn = (error: Error, about: string) => log.warn({ error: error.message, about }, 'will be tried again')

const wakeUp = createWakeUp({ queue, sql: policySql, onError: (error) => warn(error, 'wake-up') })
const { registry, observer: counted } = createInstruments()
const tracing = openTracing('worker', config.traceUrl, (error) => warn(error, 'traces'))
const observer = observers(counted, tracing)
if (config.traceUrl) watchMarks(sql).subscribe(({ projection }) => tracing.visible(projection))
const { dispatch } = observeCommands(
  createDispatcher({
    sql: policySql,
    definitions: eventDefinitions,
    effects,
    channel: LOG_CHANNEL,
    onCommitted: wakeUp.addJob,
  }),
  observer.onCommand,
)
const payment = withPatience(createTestProvider())
const mailer = openMailer(config)
const locks = openLocks(config.commandDatabaseUrl)
const jobs = startJobs({
  dispatch,
  sql: policySql,
  backend: queue,
  locks,
  mailer,
  shopUrl: config.shopUrl,
  onError: warn,
})
const metrics =
  config.metricsPort &&
  serveMetrics({
    port: config.metricsPort,
    token: config.metricsToken,
    registry,
    onError: (error) => warn(error, 'metrics'),
  })
const runner = await startRunner({
  sql,
  besideSql,
  policySql,
  definitions: eventDefinitions,
  projections: observeProjections(projections({ timeZone: config.timeZone }), observer.onStep),
  policies: observePolicies(
    policies({ dispatch, sql: policySql, payment, reminders: jobs.reminders }),
    observer.onReaction,
  ),
  partitions: config.partitions,
  queue,
  onError: warn,
})
const retries = startRetries({
  backend: queue,
  sql,
  policySql,
  definitions: eventDefinitions,
  projections: projections({ timeZone: config.timeZone }),
  onError: warn,
})
const rebuilds = startRebuilds({
  backend: queue,
  sql: besideSql,
  definitions: eventDefinitions,
  projections: projections({ timeZone: config.timeZone }),
  onError: warn,
})
const audit = startAudit({
  sql,
  definitions: eventDefinitions,
  projections: projections({ timeZone: config.timeZone }),
  locks,
  onError: warn,
})
const vacuum = startVacuuming({ pools: [sql, policySql], wordsSql: sql, locks, onError: warn })
const canary = startCanary({ sql: policySql, actor: SYSTEM, onSang: wakeUp.wake, onError: warn })
const askingAgain = startAskingAgain({ dispatch, payment, sql: policySql, onError: warn })
log.info('the worker is up to date and waits for what is new')
process.send?.('up to date')

async function stop(): Promise<void> {
  if (metrics) metrics.close()
  await Promise.all([canary.stop(), audit.stop(), vacuum.stop()])
  await askingAgain.stop()
  await Promise.all([retries.close(), rebuilds.stop()])
  await runner.stop()
  await jobs.stop()
  mailer.close()
  await locks.close()
  await wakeUp.close()
  await tracing.close()
  await Promise.all([sql.end({ timeout: 5 }), policySql.end({ timeout: 5 }), besideSql.end({ timeout: 5 })])
  process.exit(0)
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
