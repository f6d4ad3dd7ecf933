import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { command, memoryStorage } from '../testing'
import { createDisk } from './disk'
import { issue } from './journal'

const [entry] = issue([], command('a'))

let storage: Storage
let events: EventTarget
const diskOf = (actorId: string) => createDisk(actorId, () => storage)
const keep = (actorId: string) => entry && diskOf(actorId).write(entry)

beforeEach(() => {
  storage = memoryStorage()
  events = new EventTarget()
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events))
  vi.stubGlobal('removeEventListener', events.removeEventListener.bind(events))
})

afterEach(() => vi.unstubAllGlobals())

describe('a disk', () => {
  it('gives back what was written, of one person only, and as something that may have been sent', () => {
    keep('anna')
    expect(diskOf('anna').read()).toEqual([{ ...entry, status: { is: 'unknown' } }])
    expect(diskOf('beryl').read()).toEqual([])
    diskOf('anna').remove('a')
    expect(diskOf('anna').read()).toEqual([])
  })

  it.each([
    'not JSON',
    '{}',
    '[]',
    '["1","2026-11-20","Note",null,null,null]',
    '[1,"some day","Note",null,null,null]',
    '[1,"2026-11-20",7,null,null,null]',
    '[1,"2026-11-20","Note",null,null,"no token"]',
  ])('leaves out what no version of ours can have written: %s', (text) => {
    storage.setItem('own-work/1/anna/b', text)
    keep('anna')
    expect(diskOf('anna').read()).toHaveLength(1)
  })

  it('that is full or forbidden keeps nothing, and nobody falls over it', () => {
    const forbidden = createDisk('anna', () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    })
    if (entry) forbidden.write(entry)
    forbidden.clear()
    expect(forbidden.enter()).toBe(true)
    expect(forbidden.read()).toEqual([])
  })
})

describe('whoever comes', () => {
  it('throws away what another left, and keeps their own', () => {
    keep('anna')
    keep('beryl')
    storage.setItem('theme', 'dark')
    expect(diskOf('beryl').enter()).toBe(true)
    expect(diskOf('anna').read()).toEqual([])
    expect(diskOf('beryl').read()).toHaveLength(1)
    expect(storage.getItem('theme')).toBe('dark')
  })

  it('does nothing if somebody has come since the page was asked for', () => {
    keep('anna')
    storage.setItem('own-work/whose', `${performance.timeOrigin + 1} anna`)
    expect(diskOf('beryl').enter()).toBe(false)
    expect(diskOf('anna').read()).toHaveLength(1)
  })
})

describe('a tab hears', () => {
  const on = { change: vi.fn(), left: vi.fn() }
  const happens = (key: string | null) => events.dispatchEvent(Object.assign(new Event('storage'), { key }))

  beforeEach(() => {
    on.change.mockClear()
    on.left.mockClear()
    diskOf('anna').watch(on)
  })

  it('of what another tab of the same person writes, and of nothing else', () => {
    happens('theme')
    happens('own-work/1/beryl/b')
    expect(on.change).not.toHaveBeenCalled()
    happens('own-work/1/anna/b')
    expect(on.change).toHaveBeenCalledTimes(1)
  })

  it('that another person has come, also when it wakes from the memory of the browser', () => {
    storage.setItem('own-work/whose', `${performance.timeOrigin + 1} beryl`)
    happens('own-work/whose')
    events.dispatchEvent(new Event('pageshow'))
    expect(on.left).toHaveBeenCalledTimes(2)
    expect(on.change).not.toHaveBeenCalled()
  })
})
