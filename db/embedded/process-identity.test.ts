import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { identifyProcess, isAlive } from './process-identity'

it('knows a process that lives', () => {
  const self = identifyProcess(process.pid)
  expect(self && isAlive(self)).toBe(true)
})

it('does not take a newcomer with the same pid for the process that had it', () => {
  expect(isAlive({ pid: process.pid, began: 'long ago' })).toBe(false)
})

it('knows that a process has ended', () => {
  const { pid } = spawnSync('true')
  expect(identifyProcess(pid)).toBeUndefined()
})
