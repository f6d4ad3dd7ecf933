import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Reply } from '@/server/engine/commands/dispatch'
import type { Answer } from '@/server/engine/log/mark'
import { defineOptimistic, optimistics } from './commands/optimistic-command'
import { type Consistency, createConsistency } from './consistency'
import type { Disk } from './journal/disk'
import { createRefusalBook } from './journal/refusal-book'
import { answerAt, committed, memoryStorage, refused, testDisk } from './testing'
import { keyOf } from './views/answer-cache'

const note = defineOptimistic<{ text: string }>({
  command: 'Note',
  patches: [{ query: 'notes', patch: (notes: string[], { text }) => [...notes, text] }],
})
const notes = keyOf({ name: 'notes', input: {} })

type Tab = { client: Consistency; asked: number; left: number; stop: () => void }

let texts: Map<string, string>
let storage: Storage
let watchers: Map<object, Parameters<Disk['watch']>[0]>
let listeners: Map<object, (key: string, answer: Answer<unknown>) => void>
let calls: number
let reply: (nth: number) => Reply
let saved: string[]

/** A browser's tab: the disk and the channel of all tabs, and a page of its own. */
function openTab(): Tab {
  const me = {}
  const tab = { asked: 0, left: 0 } as Tab
  const tellOthers = () => {
    for (const [other, on] of watchers) if (other !== me) on.change()
  }
  const disk = testDisk(texts)
  const book = createRefusalBook('anna', () => storage)
  tab.client = createConsistency({
    actorId: 'anna',
    now: Date.now,
    optimistics: optimistics([note]),
    send: async (_actorId, batch) => {
      calls++
      const outcome = reply(calls)
      if (outcome.ok) saved = [...saved, ...batch.map(({ input }) => (input as { text: string }).text)]
      return batch.map(() => outcome)
    },
    fetchAnswer: async () => {
      tab.asked++
      return answerAt(calls, ['old', ...saved])
    },
    cookies: { addToken: () => {}, mirror: () => {}, names: () => false },
    network: { isOnline: () => true, subscribe: () => () => {} },
    disk: {
      ...disk,
      write: (entry) => {
        disk.write(entry)
        tellOthers()
      },
      remove: (id) => {
        disk.remove(id)
        tellOthers()
      },
      watch: (on) => {
        watchers.set(me, on)
        return () => watchers.delete(me)
      },
    },
    refusals: {
      ...book,
      add: (refusal) => {
        book.add(refusal)
        tellOthers()
      },
      remove: (id) => {
        book.remove(id)
        tellOthers()
      },
    },
    tabs: {
      tell: (key, answer) => {
        for (const [other, hear] of listeners) if (other !== me) hear(key, structuredClone(answer))
      },
      listen: (hear) => {
        listeners.set(me, hear)
        return () => listeners.delete(me)
      },
    },
    turn: (act) => act(),
    carried: [],
    onLeft: () => tab.left++,
  })
  tab.stop = tab.client.start()
  tab.client.admit(notes, answerAt(0, ['old']))
  tab.client.watch(notes, () => {})
  return tab
}

const shownIn = ({ client }: Tab) => client.look(notes).data

let one: Tab
let two: Tab

beforeEach(() => {
  vi.useFakeTimers()
  texts = new Map()
  storage = memoryStorage()
  watchers = new Map()
  listeners = new Map()
  calls = 0
  saved = []
  reply = committed
  one = openTab()
  two = openTab()
})

afterEach(() => {
  one.stop()
  two.stop()
  vi.useRealTimers()
})

it('shows in the other tab what was issued in one, at once, and sends and asks for it once', async () => {
  one.client.issue(note, { text: 'a' })
  expect(shownIn(two)).toEqual(['old', 'a'])
  await vi.advanceTimersByTimeAsync(60_000)
  expect([shownIn(one), shownIn(two)]).toEqual([
    ['old', 'a'],
    ['old', 'a'],
  ])
  expect({ calls, one: one.asked, two: two.asked }).toEqual({ calls: 1, one: 1, two: 0 })
})

it('does not show twice what an answer brought before the tab heard who had issued it', async () => {
  const [[who, late] = []] = [...watchers].slice(1)
  if (!who || !late) throw new Error('The second tab does not listen.')
  watchers.delete(who)
  one.client.issue(note, { text: 'a' })
  vi.advanceTimersByTime(10)
  two.client.admit(notes, answerAt(1, ['old', 'a']))
  late.change()
  expect([shownIn(one), shownIn(two)]).toEqual([
    ['old', 'a'],
    ['old', 'a'],
  ])
  watchers.set(who, late)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(shownIn(two)).toEqual(['old', 'a'])
  expect(two.client.sync().waiting).toBe(0)
})

it('asks by itself when the tab that had the reply shows something else and tells nothing', async () => {
  listeners.clear()
  one.client.issue(note, { text: 'a' })
  await vi.advanceTimersByTimeAsync(900)
  expect(two.asked).toBe(0)
  await vi.advanceTimersByTimeAsync(200)
  expect(two.asked).toBe(1)
  expect(two.client.look(notes).pending.size).toBe(0)
})

it('tells the tab that waits what became of it, although the other tab had the reply', async () => {
  const { outcome } = one.client.issue(note, { text: 'a' })
  const seen = vi.fn()
  void outcome.then(seen)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(seen).toHaveBeenCalledWith(expect.objectContaining({ is: 'committed' }))
})

it('takes a refusal back in every tab, and tells of it there and after a reload until somebody has dealt with it', async () => {
  reply = () => refused('TooLate')
  one.client.issue(note, { text: 'a' })
  await vi.advanceTimersByTimeAsync(5_000)
  expect([shownIn(one), shownIn(two)]).toEqual([['old'], ['old']])
  const [refusal] = one.client.refusals()
  expect(refusal?.rejection).toEqual({ code: 'TooLate' })
  expect(two.client.refusals()).toEqual([refusal])
  expect(two.client.sync()).toMatchObject({ state: 'refused', refused: 1 })

  two.stop()
  two = openTab()
  expect(two.client.refusals()).toEqual([refusal])
  two.client.dismiss(refusal?.id ?? '')
  expect([one, two].map(({ client }) => client.refusals())).toEqual([[], []])
  expect(one.client.sync()).toMatchObject({ state: 'still', refused: 0 })
})

it('takes up after a reload what was not sent, and leaves everything when another person comes', async () => {
  one.stop()
  texts.clear()
  const shut = openTab()
  shut.stop()
  shut.client.issue(note, { text: 'unsent' })
  const reloaded = openTab()
  expect(shownIn(reloaded)).toEqual(['old', 'unsent'])
  for (const on of watchers.values()) on.left()
  expect(reloaded.left).toBe(1)
  expect(texts.size).toBe(0)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(calls).toBe(0)
  reloaded.stop()
})
