import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { StartRefusal } from '@/server/start-refusal'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const onMac = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** A Chromium for the browser tests: the one that CHROMIUM_PATH names, an installed one, or one that is installed now. */
export function findChromium(): string {
  const given = process.env.CHROMIUM_PATH
  if (given && !existsSync(given))
    throw new StartRefusal(`CHROMIUM_PATH names ${given}, which is not there: correct it, or leave it out.`)
  const found = given ?? findInstalled() ?? downloadWithPlaywright() ?? installOnDebian()
  if (found) return found
  throw new StartRefusal('There is no Chromium for the browser tests: install one, or set CHROMIUM_PATH to it.')
}

function findInstalled(): string | undefined {
  const onPath = spawnSync('sh', ['-c', names.map((name) => `command -v ${name}`).join(' || ')], { encoding: 'utf8' })
  return onPath.stdout.trim() || [...onMac, chromium.executablePath()].find(existsSync)
}

function downloadWithPlaywright(): string | undefined {
  console.warn('Chromium is missing: downloading it with Playwright')
  spawnSync('node_modules/.bin/playwright', ['install', 'chromium'], { stdio: 'ignore', timeout: 180_000 })
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined
}

function installOnDebian(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined
  console.warn('That did not work: installing chromium with apt-get')
  const quietly = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  spawnSync('apt-get', ['update', '-q'], quietly)
  spawnSync('apt-get', ['install', '-yq', '--no-install-recommends', 'chromium'], quietly)
  return findInstalled()
}
