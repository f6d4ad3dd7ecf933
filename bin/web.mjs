import { createRequire } from 'node:module'
import { register } from 'tsx/esm/api'
import './supervisor/exit-with-parent.mjs'
import { untilTold } from './web/until-told.mjs'

// `npm run web`: the built shop on PORT and HOST. Next's own command line does the serving.
const unregister = register()
if (process.env.DATABASE_URL) {
  const { keepOnlyRoles } = await import('./supervisor/role-environment.ts')
  keepOnlyRoles(process.env, ['command', 'query'])
}
const { knowSenders } = await import('./web/know-senders.ts')
knowSenders(process.env)
await unregister()

// Where a worker is started as well, nobody is let in before there is something to show.
const require = createRequire(import.meta.url)
if (process.env.OPEN_WHEN_TOLD) await untilTold(() => require('next/dist/server/lib/start-server'))

// A page that listens to the stream of events never ends its request, so a polite stop needs a limit.
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => setTimeout(() => process.exit(0), 3000).unref())

process.env.NODE_ENV = 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'
const next = require.resolve('next/dist/bin/next')
process.argv = [
  process.execPath,
  next,
  'start',
  '-p',
  process.env.PORT || '3000',
  '-H',
  process.env.HOST || '127.0.0.1',
]
await import(next)
