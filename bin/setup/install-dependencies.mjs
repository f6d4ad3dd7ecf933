import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mendDriver } from './mend-driver.mjs'

/** Installs what package-lock.json asks for, unless it is all there. Needs nothing but Node and npm. */
export function installDependencies(root) {
  installWhatIsMissing(root)
  // `npm install` does so as well; a folder that was installed by a release before this step has not seen it.
  mendDriver(root)
}

function installWhatIsMissing(root) {
  if (isUpToDate(root)) return
  console.info('Installing dependencies (npm install), which takes a minute')
  const npm = npmCommand()
  // As the lock file says and without changing it, but unlike npm ci also where a registry lacks packages for platforms
  // other than this one. NODE_ENV=production would leave out what the build and the tests need.
  const flags = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const done = spawnSync(npm.command, [...npm.arguments, ...flags], { cwd: root, stdio: 'inherit', shell: npm.shell })
  if (done.status === 0) return
  console.error('The dependencies could not be installed: see the lines above, then run this again.')
  process.exit(1)
}

/** npm notes what it has installed; whatever is only for other platforms may be missing. */
function isUpToDate(root) {
  const wanted = packagesIn(join(root, 'package-lock.json'))
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !installed) return false
  return Object.entries(wanted).every(([path, { version, optional, devOptional, link }]) => {
    if (path === '' || link) return true
    const found = installed[path]
    return found ? found.version === version : Boolean(optional || devOptional)
  })
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

// Below `npm start`, npm says which npm it is.
function npmCommand() {
  const script = process.env.npm_execpath
  if (script?.endsWith('.js')) return { command: process.execPath, arguments: [script], shell: false }
  return { command: 'npm', arguments: [], shell: process.platform === 'win32' }
}
