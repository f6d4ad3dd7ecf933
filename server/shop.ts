import pino, { type Logger } from 'pino'
import { parseWebEnv } from '@/server/config'
import {
  type AuditStanding,
  countFindings,
  type Finding,
  listAudited,
  listFindings,
} from '@/server/engine/audit/findings'
import { createDispatcher, type Dispatcher } from '@/server/engine/commands/dispatch'
import { connect, type Sql } from '@/server/engine/database/postgres'
import { findWorkerSessions, type WorkerSessions } from '@/server/engine/database/worker-sessions'
import { findUndecodable, type Undecodable } from '@/server/engine/parking/undecodable'
import type { Reader } from '@/server/engine/queries/answer'
import { type MarkWatch, watchMarks } from '@/server/engine/queries/marks'
import { createWakeUp, LOG_CHANNEL } from '@/server/engine/queue/wake-up'
import { createObservedReader, observeCommands } from '@/server/engine/watching/observe'
import { type Standing, type Survey, surveyReaders } from '@/server/engine/watching/survey'
import { eventDefinitions } from '@/server/events/registry'
import { createHistory, type History } from '@/server/history/history'
import { openMailer } from '@/server/mail/open-mailer'
import { createResetMailing } from '@/server/mail/password-reset'
import { createInstruments, type Instruments } from '@/server/metrics/instruments'
import { openQueueBoard, type QueueBoard } from '@/server/operations/queue-board'
import { createRates, type Rates } from '@/server/operations/rates'
import { openRebuilds, type Rebuilds } from '@/server/operations/rebuilds'
import { openRetries, type Retries } from '@/server/operations/retries'
import type { PaymentProvider } from '@/server/payment/provider'
import { createTestProvider } from '@/server/payment/test-provider'
import { withPatience } from '@/server/payment/with-patience'
import { policyReaders } from '@/server/policies/readers'
import { projections } from '@/server/read/registry'
import { observers } from '@/server/telemetry/observers'
import { openTracing } from '@/server/telemetry/tracing'
import { WORKER_SESSIONS } from '@/server/worker-names'
import { effects } from '@/server/write/registry'
import { type Auth, createAuth } from './auth'

export type WebConfig = ReturnType<typeof parseWebEnv>

/** Everything a web process serves the shop with: commands in, answers out, accounts. */
export type Shop = Dispatcher &
  Reader & {
    auth: Auth
    marks: MarkWatch
    /** For exchanging a card for its token; what the token is charged, the policies say. */
    payment: Pick<PaymentProvider, 'tokenise'>
    history: History
    rebuilds: Rebuilds
    retries: Retries
    ping: Record<'commands' | 'queries' | 'queue', () => Promise<boolean>>
    /** How every projection and policy keeps up, by the log itself. */
    survey: () => Promise<Survey>
    /** How fast they get on. */
    rates: Rates
    /** The first event that one of these readers cannot read, if that is what they stand before. */
    undecodable: (late: readonly Standing[]) => Promise<Undecodable | null>
    /** Parts of projections whose rows were found to differ from the log. */
    countDrifted: () => Promise<number>
    listDrifted: () => Promise<Finding[]>
    audited: () => Promise<AuditStanding[]>
    queues: QueueBoard
    workers: () => Promise<WorkerSessions>
    /** What this process counted. */
    metrics: Instruments['registry']
    log: Logger
    config: WebConfig
  }

const kept = globalThis as { tidemarkShop?: Shop }

/**
 * The one composition of this process, made at its first use. It hangs on globalThis because development reloads
 * modules, and every reload would otherwise leave its pools behind.
 */
export function shop(): Shop {
  kept.tidemarkShop ??= compose(parseWebEnv(process.env))
  return kept.tidemarkShop
}

function compose(config: WebConfig): Shop {
  const log = pino({ level: config.logLevel, base: { process: 'web' } })
  const sql = connect(config.commandDatabaseUrl, { name: 'tidemark-command', max: 10 })
  const query = connect(config.queryDatabaseUrl, { name: 'tidemark-query', max: 10 })
  const queue = config.redisUrl ? { redisUrl: config.redisUrl } : { postgresUrl: config.commandDatabaseUrl }
  const onError = (error: Error) => log.warn({ error: error.message }, 'no wake-up was sent')
  const wakeUp = createWakeUp({ queue, sql, onError })
  // Notifications are sent by the primary; a replica cannot be listened to.
  const marks = watchMarks(connect(config.commandDatabaseUrl, { name: 'tidemark-marks', max: 1 }))
  const { registry: metrics, observer: counted } = createInstruments()
  const tracing = openTracing('web', config.traceUrl, (error) => log.warn({ error: error.message }, 'no traces'))
  const observer = observers(counted, tracing)
  const definitions = eventDefinitions
  const dispatcher = observeCommands(
    createDispatcher({ sql, definitions, effects, channel: LOG_CHANNEL, onCommitted: wakeUp.addJob }),
    observer.onCommand,
  )
  const { waitForMark } = marks
  const reader = createObservedReader({ sql: query, log: sql, definitions, waitForMark }, observer.onQuery)
  const workers = () => findWorkerSessions(sql, Object.values(WORKER_SESSIONS))
  const history = createHistory({ sql, definitions })
  const ping = { commands: () => responds(sql), queries: () => responds(query), queue: wakeUp.isQueueUp }
  const readers = [...projections(config), ...policyReaders()]
  const survey = () => surveyReaders({ sql: query, log: sql, policySql: sql, definitions, readers })
  const undecodable = (late: readonly Standing[]) => findUndecodable(sql, definitions, late, readers)
  const audit = {
    countDrifted: () => countFindings(query),
    listDrifted: () => listFindings(query),
    audited: () => listAudited(query),
  }
  const queues = openQueueBoard(queue, (error) => log.warn({ error: error.message }, 'the board of queues'))
  const rebuilds = openRebuilds(queue, query, (error) => log.warn({ error: error.message }, 'the queue of rebuilds'))
  const retries = openRetries(queue, (error) => log.warn({ error: error.message }, 'the queue of retries'))
  const payment = withPatience(createTestProvider())
  const mailing = {
    send: createResetMailing(openMailer(config), config.shopUrl),
    onError: (error: Error) => log.error({ error: error.message }, 'a letter to set a new password was not sent'),
  }
  const { auth } = createAuth(config, { ...dispatcher, mailing })
  return {
    ...dispatcher,
    ...reader,
    auth,
    marks,
    payment,
    history,
    rebuilds,
    retries,
    ping,
    survey,
    rates: createRates(),
    undecodable,
    ...audit,
    queues,
    workers,
    metrics,
    log,
    config,
  }
}

const responds = (sql: Sql): Promise<boolean> =>
  sql`select 1`.then(
    () => true,
    () => false,
  )
