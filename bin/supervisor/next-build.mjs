import { createRequire } from 'node:module'
import './exit-with-parent.mjs'

// `next build`, in a process that ends with the supervisor: left alone, it would keep the next start from building.
const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
process.argv = [process.execPath, next, 'build']
await import(next)
