import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { complainAboutNode } from './setup/check-node.mjs'
import { installDependencies } from './setup/install-dependencies.mjs'

// `npm test`: plain Node, because it runs before anything is installed.
const complaint = complainAboutNode()
if (complaint) {
  console.error(complaint)
  process.exit(1)
}

const root = dirname(dirname(fileURLToPath(import.meta.url)))
process.chdir(root)
installDependencies(root)

const { register } = await import('tsx/esm/api')
register()
await import('./checks/run-all-checks.ts')
