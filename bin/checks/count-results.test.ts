import { expect, it } from 'vitest'
import { countReport, countResults } from './count-results'

const green = { status: 'passed', assertionResults: [{}] }
const unloaded = { status: 'failed', assertionResults: [] }
const vitest = (passed: number, failed: number, ...files: unknown[]) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults: [green, ...files],
})

it('counts a check without single tests as one', () => {
  const types = { title: 'Types', commands: [] }
  expect(countResults(types, true)).toEqual({ passed: 1, failed: 0 })
  expect(countResults(types, false)).toEqual({ passed: 0, failed: 1 })
})

it.each([
  ['tests that passed', 'vitest', vitest(7, 0), true, { passed: 7, failed: 0 }],
  ['a failed test', 'vitest', vitest(6, 1), false, { passed: 6, failed: 1 }],
  ['a file that could not be loaded', 'vitest', vitest(6, 1, unloaded), false, { passed: 6, failed: 2 }],
  ['a run that failed outside of its tests', 'vitest', vitest(6, 0), false, { passed: 6, failed: 1 }],
  ['a run that ended before its report', 'vitest', undefined, false, { passed: 0, failed: 1 }],
  ['a missing report although all seemed well', 'playwright', undefined, true, { passed: 0, failed: 1 }],
  ['browser tests', 'playwright', { stats: { expected: 3, flaky: 1, unexpected: 2 } }, false, { passed: 4, failed: 2 }],
] as const)('counts %s', (_, by, report, succeeded, expected) => {
  expect(countReport(by, report, succeeded)).toEqual(expected)
})
