import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { makeThrowAwayFolder } from '../testing/throw-away-postgres'
import type { PostgresBinaries } from './binaries'
import { findClosedFolder } from './closed-folder'
import { enterableBinaries, enterableTempFolder } from './enterable-copy'
import { serverUser } from './server-user'

// Only root runs PostgreSQL as somebody else, and only then can a folder be closed to it.
describe.runIf(process.getuid?.() === 0)('binaries below a folder that only root may enter', () => {
  const user = serverUser()
  let binaries: PostgresBinaries
  let copy: string
  beforeEach(() => {
    const closed = makeThrowAwayFolder()
    chmodSync(closed, 0o700)
    for (const folder of ['bin', 'lib']) mkdirSync(join(closed, 'native', folder), { recursive: true, mode: 0o700 })
    writeFileSync(join(closed, 'native', 'bin', 'postgres'), 'program', { mode: 0o700 })
    writeFileSync(join(closed, 'native', 'lib', 'libpq.so.5'), 'library', { mode: 0o600 })
    symlinkSync('libpq.so.5', join(closed, 'native', 'lib', 'libpq.so'))
    binaries = { folder: join(closed, 'native'), version: `test-${process.pid}-${Date.now()}` }
    copy = join(enterableTempFolder(user), `tidemark-postgres-${binaries.version}`)
    onTestFinished(() => {
      rmSync(closed, { recursive: true, force: true })
      rmSync(copy, { recursive: true, force: true })
    })
  })

  it('are copied to where the user of PostgreSQL can run them', () => {
    expect(findClosedFolder(binaries.folder, user)).toBe(join(binaries.folder, '..'))
    expect(enterableBinaries(binaries, user)).toEqual({ ...binaries, folder: copy })
    expect(findClosedFolder(join(copy, 'bin'), user)).toBeUndefined()
    expect(statSync(join(copy, 'bin', 'postgres')).mode & 0o777).toBe(0o755)
    expect(statSync(join(copy, 'lib', 'libpq.so')).mode & 0o777).toBe(0o644)
  })

  it('are copied once', () => {
    enterableBinaries(binaries, user)
    writeFileSync(join(copy, 'bin', 'postgres'), 'the first copy')
    enterableBinaries(binaries, user)
    expect(readFileSync(join(copy, 'bin', 'postgres'), 'utf8')).toBe('the first copy')
  })

  it('are not taken from a folder that others can write to', () => {
    mkdirSync(copy)
    chmodSync(copy, 0o777)
    expect(() => enterableBinaries(binaries, user)).toThrow(`${copy} belongs to another user`)
  })
})
