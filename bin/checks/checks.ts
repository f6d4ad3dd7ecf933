import { join } from 'node:path'
import type { Check } from './check'

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
    vitest('Unit tests', join(folder, 'unit.json'), ['--project', 'unit']),
    { title: 'Build', commands: [['tsx', 'bin/build.ts']] },
    vitest('Integration tests, jobs on PostgreSQL', join(folder, 'postgres.json'), ['--project', 'integration']),
    {
      ...vitest('Integration tests, jobs on Redis', join(folder, 'redis.json'), ['--project', 'integration']),
      env: { TEST_QUEUE: 'redis' },
    },
    playwright('Browser tests', join(folder, 'browser.json'), chromium, freePort),
  ]
}

function vitest(title: string, file: string, args: string[]): Check {
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  return { title, commands: [['vitest', 'run', ...reporters, ...args]], report: { by: 'vitest', file } }
}

function playwright(title: string, file: string, chromium: string, port: number): Check {
  return {
    title,
    commands: [['playwright', 'test', '--config=e2e/playwright.config.ts', '--reporter=line,json']],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, CHROMIUM_PATH: chromium, E2E_PORT: String(port) },
    report: { by: 'playwright', file },
  }
}
