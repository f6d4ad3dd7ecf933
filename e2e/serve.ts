import { rmSync } from 'node:fs'
import { makeThrowAwayFolder } from '@/db/testing/throw-away-postgres'

// The whole shop as `npm start` runs it, on PORT, with data that are gone when it ends. Playwright's webServer starts it,
// and must end it with SIGTERM (gracefulShutdown), so that PostgreSQL ends too.
const folder = makeThrowAwayFolder()
process.env.TIDEMARK_DATA_DIR = folder
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

await import('../bin/supervisor')
