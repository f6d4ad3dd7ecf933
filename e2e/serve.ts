import { rmSync } from 'node:fs'
import { identifyProcess, isAlive, parentOf } from '@/db/embedded/process-identity'
import { makeThrowAwayFolder } from '@/db/testing/throw-away-postgres'

// The whole shop as `npm start` runs it, on PORT, with data that are gone when it ends. Playwright's webServer starts it,
// and must end it with SIGTERM (gracefulShutdown), so that PostgreSQL ends too.
const folder = makeThrowAwayFolder()
process.env.TIDEMARK_DATA_DIR = folder
process.env.TRUSTED_PROXIES = '127.0.0.1'
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

// Playwright puts a shell between. When either is killed, nobody would ever stop this.
const ancestors = [process.ppid, parentOf(process.ppid)].map(identifyProcess)
setInterval(() => {
  if (!ancestors.every((ancestor) => ancestor && isAlive(ancestor))) process.kill(process.pid, 'SIGTERM')
}, 1_000).unref()

await import('../bin/supervisor')
