import { join } from 'node:path'
import type { Check } from './check'

/** What opens a queue: a test that imports none of it does the same whichever queue there is. */
const OPENS_QUEUES = ['server/engine/queue/queue.ts', 'e2e/sessions/running-shop.ts']

/** Everything that `npm test` runs, the quickest answers first. Reports go to the folder. */
export function checks(folder: string, chromium: string, freePort: number): Check[] {
  return [
    {
      title: 'Types',
      commands: [
        ['next', 'typegen'],
        ['tsc', '--noEmit'],
      ],
    },
    { title: 'Format and lint', commands: [['biome', 'check', '.']] },
    { title: 'Import rules', commands: [['npm', 'run', '--silent', 'check:imports']] },
    { title: 'Names', commands: [['npm', 'run', '--silent', 'check:names']] },
    { title: 'Dead code', commands: [['npm', 'run', '--silent', 'check:dead']] },
    vitest('Unit tests', join(folder, 'unit.json'), ['run', '--project', 'unit']),
    { title: 'Build', commands: [['tsx', 'bin/build.ts']] },
    vitest('Integration tests, jobs on PostgreSQL', join(folder, 'postgres.json'), ['run', '--project', 'integration']),
    {
      ...vitest('Integration tests that reach a queue, jobs on Redis', join(folder, 'redis.json'), [
        ...['related', '--run', '--project', 'integration'],
        ...OPENS_QUEUES,
      ]),
      env: { TEST_QUEUE: 'redis' },
    },
    playwright('Browser tests', join(folder, 'browser.json'), chromium, freePort),
  ]
}

function vitest(title: string, file: string, args: string[]): Check {
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  return { title, commands: [['vitest', ...args, ...reporters]], report: { by: 'vitest', file } }
}

function playwright(title: string, file: string, chromium: string, port: number): Check {
  return {
    title,
    commands: [['playwright', 'test', '--config=e2e/playwright.config.ts', '--reporter=line,json']],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, CHROMIUM_PATH: chromium, E2E_PORT: String(port) },
    report: { by: 'playwright', file },
  }
}
