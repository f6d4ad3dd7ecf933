import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Check } from './check'
import { countResults } from './count-results'

const plain: Check = { title: 'Types', commands: [] }
const reported = (by: 'vitest' | 'playwright', report?: unknown): Check => {
  const file = join(mkdtempSync(join(tmpdir(), 'tidemark-counts-')), 'report.json')
  if (report) writeFileSync(file, JSON.stringify(report))
  return { title: 'Tests', commands: [], report: { by, file } }
}
const green = { status: 'passed', assertionResults: [{}] }
const unloaded = { status: 'failed', assertionResults: [] }

it.each([
  ['a check that held', plain, true, { passed: 1, failed: 0 }],
  ['a check that did not hold', plain, false, { passed: 0, failed: 1 }],
  [
    'tests that passed',
    reported('vitest', { numPassedTests: 7, numFailedTests: 0, testResults: [green] }),
    true,
    { passed: 7, failed: 0 },
  ],
  [
    'a failed test',
    reported('vitest', { numPassedTests: 6, numFailedTests: 1, testResults: [green] }),
    false,
    { passed: 6, failed: 1 },
  ],
  [
    'a file that could not be loaded',
    reported('vitest', { numPassedTests: 6, numFailedTests: 1, testResults: [green, unloaded] }),
    false,
    { passed: 6, failed: 2 },
  ],
  [
    'a run that failed outside of its tests',
    reported('vitest', { numPassedTests: 6, numFailedTests: 0, testResults: [green] }),
    false,
    { passed: 6, failed: 1 },
  ],
  ['a run that ended before its report', reported('vitest'), false, { passed: 0, failed: 1 }],
  ['no report although all seemed well', reported('playwright'), true, { passed: 0, failed: 1 }],
  [
    'browser tests',
    reported('playwright', { stats: { expected: 3, flaky: 1, unexpected: 2 } }),
    false,
    { passed: 4, failed: 2 },
  ],
])('counts %s', (_, check, succeeded, expected) => {
  expect(countResults(check, succeeded)).toEqual(expected)
})
