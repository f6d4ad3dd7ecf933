import { setTimeout as sleep } from 'node:timers/promises'
import { parseWorkerEnv } from '@/server/config'
import { createDispatcher } from '@/server/engine/commands/dispatch'
import { openLocks } from '@/server/engine/database/locks'
import { connect } from '@/server/engine/database/postgres'
import type { Projection } from '@/server/engine/projections/projection'
import { createWakeUp } from '@/server/engine/queue/wake-up'
import { startRunner } from '@/server/engine/worker/runner'
import { eventDefinitions } from '@/server/events/registry'
import { openMailer } from '@/server/mail/open-mailer'
import { createTestProvider } from '@/server/payment/test-provider'
import { withPatience } from '@/server/payment/with-patience'
import { startJobs } from '@/server/policies/jobs'
import { policies } from '@/server/policies/registry'
import { projections } from '@/server/read/registry'
import { effects } from '@/server/write/registry'

// The shop's worker with one difference: whatever is to be projected waits, in its transaction, for as long as the process
// that started this one says. Policies do not wait: an order is paid while no list has it.

const config = parseWorkerEnv(process.env)
const sql = connect(config.projectorDatabaseUrl, { name: 'lagging-projector', max: 6 })
const policySql = connect(config.commandDatabaseUrl, { name: 'lagging-policy', max: 8 })
const queue = { postgresUrl: config.projectorDatabaseUrl }
const onError = (error: Error) => console.error(error.message)
let lagMs = 0

const wakeUp = createWakeUp({ queue, sql: policySql, onError })
const { dispatch } = createDispatcher({
  sql: policySql,
  definitions: eventDefinitions,
  effects,
  onCommitted: wakeUp.wake,
})
const jobs = startJobs({
  dispatch,
  sql: policySql,
  backend: queue,
  locks: openLocks(config.commandDatabaseUrl),
  mailer: openMailer(config),
  shopUrl: config.shopUrl,
  onError,
})
const payment = withPatience(createTestProvider())
await startRunner({
  sql,
  policySql,
  definitions: eventDefinitions,
  projections: projections({ timeZone: config.timeZone }).map(lagging),
  policies: policies({ dispatch, sql: policySql, payment, reminders: jobs.reminders }),
  queue,
  onError,
})

/** Waits before it applies, no longer than the lag is by then. */
function lagging(projection: Projection): Projection {
  return {
    ...projection,
    async apply(tx, events) {
      const began = performance.now()
      while (performance.now() - began < lagMs) await sleep(Math.min(lagMs, 20))
      return projection.apply(tx, events)
    },
  }
}

process.on('message', (message) => {
  lagMs = Number(message)
})
process.once('disconnect', () => process.exit(0))
process.send?.('up to date')
