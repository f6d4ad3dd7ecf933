import { existsSync, readFileSync } from 'node:fs'
import type { Check, Count } from './check'

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}
type PlaywrightReport = { stats: { expected: number; flaky: number; unexpected: number } }

/** How many tests of a check passed and failed. Without a report of single tests the check itself is the test. */
export function countResults(check: Check, succeeded: boolean): Count {
  if (!check.report) return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 }
  const { by, file } = check.report
  return countReport(by, existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined, succeeded)
}

/** What a report says. A run that failed without a failing test, or left no report, counts as one failure. */
export function countReport(by: 'vitest' | 'playwright', report: unknown, succeeded: boolean): Count {
  if (!report) return { passed: 0, failed: 1 }
  const count = by === 'vitest' ? ofVitest(report as VitestReport) : ofPlaywright(report as PlaywrightReport)
  return succeeded || count.failed > 0 ? count : { ...count, failed: 1 }
}

function ofVitest({ numPassedTests, numFailedTests, testResults }: VitestReport): Count {
  // A file that could not even be loaded has failed, with no test in it to say so.
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  return { passed: numPassedTests, failed: numFailedTests + unloaded }
}

function ofPlaywright({ stats }: PlaywrightReport): Count {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected }
}
