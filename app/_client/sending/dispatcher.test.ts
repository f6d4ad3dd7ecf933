import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Reply } from '@/server/engine/commands/dispatch'
import { defineOptimistic, optimistics } from '../commands/optimistic-command'
import { isOpen, issue } from '../journal/journal'
import { createOwnWork, type OwnWork } from '../journal/own-work'
import { command, committed, testDisk } from '../testing'
import { createDispatcher, type Dispatcher } from './dispatcher'
import type { Turn } from './turn'

type Thing = { thing: string }
const patch = (data: unknown) => data
const change = defineOptimistic<Thing>({
  command: 'Change',
  entity: ({ thing }) => thing,
  patches: [{ query: 'list', patch }],
})
const order = defineOptimistic<Thing>({
  command: 'Order',
  entity: ({ thing }) => thing,
  patches: [
    { query: 'list', patch },
    { query: 'orders', patch },
  ],
})
const rename = defineOptimistic<Thing>({ command: 'Rename', patches: [{ query: 'person', patch }] })

type Tab = { work: OwnWork; dispatcher: Dispatcher; onStranger: ReturnType<typeof vi.fn> }

let texts: Map<string, string>
let calls: string[][]
let answer: (id: string) => Reply | 'stuck' | 'silent' | 'stranger'
let holder: Promise<void> | undefined
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms)

/** Web Locks, as far as they are used. */
const turn: Turn = async (act, ifFree) => {
  if (holder && ifFree) return
  while (holder) await holder
  holder = act().finally(() => {
    holder = undefined
  })
  await holder
}

async function send(_actorId: string, batch: { id: string }[]): Promise<Reply[] | null> {
  calls.push(batch.map(({ id }) => id))
  await new Promise((resolve) => setTimeout(resolve, 100))
  const replies: Reply[] = []
  for (const { id } of batch) {
    const reply = answer(id)
    if (reply === 'silent') throw new TypeError('Failed to fetch')
    if (reply === 'stranger') return null
    if (reply === 'stuck') break
    replies.push(reply)
  }
  return replies
}

function openTab(): Tab {
  const work = createOwnWork({ disk: testDisk(texts), carried: [], mirror: () => {} })
  const onStranger = vi.fn()
  const dispatcher = createDispatcher({
    actorId: 'anna',
    work,
    send,
    turn,
    onStranger,
    cookies: { addToken: () => {} },
    onReply: () => {},
    optimistics: optimistics([change, order, rename]),
    network: { isOnline: () => true, subscribe: () => () => {} },
  })
  dispatcher.start()
  return { work, dispatcher, onStranger }
}

function act({ work, dispatcher }: Tab, id: string, name = 'Change', thing = id): void {
  work.change(issue(work.journal, command(id, name, { thing })))
  dispatcher.wake()
}

const openIn = ({ work }: Tab) => work.journal.filter(isOpen).map(({ id }) => id)

beforeEach(() => {
  vi.useFakeTimers()
  texts = new Map()
  calls = []
  holder = undefined
  answer = () => committed(1)
})

afterEach(() => vi.useRealTimers())

describe('two tabs', () => {
  it('make one call at a time, and the second takes along what the first has not sent', async () => {
    const [one, two] = [openTab(), openTab()]
    act(one, 'a')
    await later(10)
    act(one, 'b')
    act(two, 'c')
    await later(50)
    expect(calls).toEqual([['a']])
    await later(1_000)
    expect(calls.flat().sort()).toEqual(['a', 'b', 'c'])
    one.work.catchUp()
    two.work.catchUp()
    expect([openIn(one), openIn(two)]).toEqual([[], []])
  })

  it('look after each other: what a tab that is gone had not sent is sent by the other', async () => {
    const [gone, left] = [openTab(), openTab()]
    await later(0)
    gone.dispatcher.stop()
    act(gone, 'a')
    left.work.catchUp()
    left.dispatcher.lookAfter()
    await later(1_000)
    expect(calls).toEqual([])
    await later(2_000)
    expect(calls).toEqual([['a']])
  })
})

describe('a command that no call gets past', () => {
  beforeEach(() => {
    answer = (id) => (id === 'bad' ? 'stuck' : committed(1))
  })

  it('is set aside after three tries, and what does not depend on it goes on', async () => {
    const tab = openTab()
    act(tab, 'bad')
    act(tab, 'other')
    act(tab, 'same', 'Change', 'bad')
    act(tab, 'order', 'Order')
    act(tab, 'person', 'Rename')
    await later(5_000)
    expect(openIn(tab)).toEqual(['bad', 'same', 'order'])
    expect(calls.filter((ids) => ids.includes('bad'))).toHaveLength(3)
  })

  it('is tried again after a long while, and then what waited for it follows in its order', async () => {
    const tab = openTab()
    act(tab, 'bad')
    act(tab, 'same', 'Change', 'bad')
    await later(5_000)
    answer = () => committed(1)
    await later(15_000)
    expect(openIn(tab)).toEqual([])
    expect(calls.at(-1)).toEqual(['bad', 'same'])
  })

  it('is found also where the whole call falls over it', async () => {
    answer = (id) => (id === 'bad' ? 'silent' : committed(1))
    const tab = openTab()
    act(tab, 'bad')
    act(tab, 'other')
    await later(60_000)
    expect(openIn(tab)).toEqual(['bad'])
  })
})

it('sends nothing more when it is told that somebody else is asking', async () => {
  answer = () => 'stranger'
  const tab = openTab()
  tab.onStranger.mockImplementation(() => tab.dispatcher.stop())
  act(tab, 'a')
  await later(60_000)
  expect(tab.onStranger).toHaveBeenCalledTimes(1)
  expect(calls).toHaveLength(1)
})

it('keeps what was issued here when the disk is full', async () => {
  const work = createOwnWork({
    disk: { read: () => [], write: () => {}, remove: () => {} },
    carried: [],
    mirror: () => {},
  })
  work.change(issue(work.journal, command('a')))
  work.catchUp()
  expect(work.journal).toHaveLength(1)
})
