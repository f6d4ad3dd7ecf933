/** One thing that must hold before a change is good. */
export type Check = {
  title: string
  /** Commands, one after the other; each is a program of node_modules with its arguments. */
  commands: string[][]
  env?: Record<string, string>
  /** Who writes a JSON report of single tests, and to which file; without one the check counts as one test. */
  report?: { by: 'vitest' | 'playwright'; file: string }
}

export type Count = { passed: number; failed: number }
