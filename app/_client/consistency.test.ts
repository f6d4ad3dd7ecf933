import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Reply } from '@/server/engine/commands/dispatch'
import type { Answer } from '@/server/engine/log/mark'
import { defineOptimistic, optimistics } from './commands/optimistic-command'
import { type Consistency, createConsistency } from './consistency'
import { isOpen } from './journal/journal'
import { createRefusalBook } from './journal/refusal-book'
import type { Send } from './sending/exchange'
import { answerAt, committed, memoryStorage, refused, testDisk, tokenOf } from './testing'
import { keyOf } from './views/answer-cache'
import { plainView } from './views/looks'

type Notes = string[]

const note = defineOptimistic<{ text: string }>({
  command: 'Note',
  entity: ({ text }) => text,
  patches: [{ query: 'notes', patch: (notes: Notes, { text }) => [...notes, text] }],
  refetches: ['count'],
})
const title = defineOptimistic<{ title: string }>({
  command: 'Title',
  replaces: () => true,
  patches: [{ query: 'notes', patch: (notes: Notes, input) => [input.title, ...notes.slice(1)] }],
})

const sign = defineOptimistic<{ by: string }, string>({
  command: 'Sign',
  patches: [{ query: 'notes', patch: (notes: Notes, { by }, { hint }) => [...notes, `${hint}, ${by}`] }],
})

const notes = keyOf({ name: 'notes', input: {} })
const count = keyOf({ name: 'count', input: {} })

type Call = {
  batch: Parameters<Send>[1]
  reply: (...replies: Reply[]) => Promise<void>
  fail: () => Promise<void>
}
type Question = { name: string; answer: (answer: Answer<unknown>) => Promise<void> }

let calls: Call[]
let questions: Question[]
let cookie: { tokens: string[]; open: readonly string[] }
let isOnline: boolean
let comeOnline: () => void
let client: Consistency
let stop: () => void

const flush = () => vi.advanceTimersByTimeAsync(0)
const flushAfter = async (happens: () => void) => {
  happens()
  await flush()
}
const issueNote = (text: string) => client.issue(note, { text })
const shown = () => client.look(notes).data as Notes
const lastCall = () => calls.at(-1) as Call
const lastQuestion = () => questions.at(-1) as Question
const namesOf = (call: Call) => call.batch.map(({ input }) => Object.values(input as object)[0])

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2026-11-20T12:00:00Z') })
  calls = []
  questions = []
  cookie = { tokens: [], open: [] }
  isOnline = true
  const storage = memoryStorage()
  client = createConsistency({
    actorId: 'somebody',
    now: Date.now,
    optimistics: optimistics([note, title, sign]),
    send: (_actorId, batch) =>
      new Promise((resolve, reject) => {
        const reply = (...replies: Reply[]) => flushAfter(() => resolve(replies))
        const fail = () => flushAfter(() => reject(new TypeError('Failed to fetch')))
        calls.push({ batch, reply, fail })
      }),
    fetchAnswer: ({ name }) =>
      new Promise((resolve) => {
        questions.push({ name, answer: (answer) => flushAfter(() => resolve(answer)) })
      }),
    cookies: {
      addToken: (token) => cookie.tokens.push(token),
      mirror: (_actorId, journal) => {
        cookie.open = journal.filter(isOpen).map(({ id }) => id)
      },
      names: () => false,
    },
    disk: testDisk(new Map()),
    refusals: createRefusalBook('anna', () => storage),
    tabs: { tell: () => {}, listen: () => () => {} },
    turn: (act) => act(),
    carried: [],
    onLeft: () => {},
    network: {
      isOnline: () => isOnline,
      subscribe: (onChange) => {
        comeOnline = onChange
        return () => {}
      },
    },
  })
  stop = client.start()
  client.admit(notes, answerAt(0, ['old']))
  client.watch(notes, () => {})
  await flush()
})

afterEach(() => {
  stop()
  vi.useRealTimers()
})

describe('sending', () => {
  it('shows a command at once, and sends in one call what is issued in one go', async () => {
    issueNote('a')
    issueNote('b')
    expect(shown()).toEqual(['old', 'a', 'b'])
    await flush()
    expect(calls.map(namesOf)).toEqual([['a', 'b']])
  })

  it('never sends what is for the patches alone', async () => {
    // @ts-expect-error A command with a hint cannot be issued without.
    const forgetful = () => client.issue(sign, { by: 'me' })
    expect(forgetful).toBeTypeOf('function')
    client.issue(sign, { by: 'me' }, { hint: 'With love' })
    expect(shown()).toEqual(['old', 'With love, me'])
    await flush()
    expect(lastCall().batch).toEqual([{ id: expect.any(String), name: 'Sign', input: { by: 'me' } }])
  })

  it('makes two calls of fifty quick changes of one thing, and the last one counts', async () => {
    for (let nth = 1; nth <= 50; nth++) {
      client.issue(title, { title: `title ${nth}` })
      await flush()
    }
    expect(shown()).toEqual(['title 50'])
    await lastCall().reply(committed(1))
    await lastCall().reply(committed(2))
    expect(calls.map(namesOf)).toEqual([['title 1'], ['title 50']])
    expect(shown()).toEqual(['title 50'])
  })

  it('names in cookies what was committed and what has no reply, before the call leaves', async () => {
    const { id } = issueNote('a')
    await flush()
    expect(cookie).toEqual({ tokens: [], open: [id] })
    await lastCall().reply(committed(1))
    expect(cookie).toEqual({ tokens: [tokenOf(1)], open: [] })
  })

  it('takes the same id for the same command, while it is on its way and afterwards', async () => {
    const first = client.issue(note, { text: 'a' }, { id: 'one' })
    const second = client.issue(note, { text: 'a' }, { id: 'one' })
    await flush()
    await lastCall().reply(committed(1, 'done'))
    const third = client.issue(note, { text: 'a' }, { id: 'one' })
    await flush()
    expect(shown()).toEqual(['old', 'a'])
    expect(calls).toHaveLength(1)
    for (const { outcome } of [first, second, third]) {
      await expect(outcome).resolves.toEqual({ is: 'committed', result: 'done' })
    }
  })
})

describe('an unknown outcome', () => {
  it('is asked for again under the same id, after pauses that grow, and shows all the while', async () => {
    const { id, outcome } = issueNote('a')
    await flush()
    for (const pause of [400, 900, 2000]) {
      await lastCall().fail()
      const before = calls.length
      expect(shown()).toEqual(['old', 'a'])
      expect(client.sync().state).toBe('saving')
      await vi.advanceTimersByTimeAsync(pause)
      expect(calls).toHaveLength(before + 1)
    }
    expect(new Set(calls.map(({ batch }) => batch[0]?.id))).toEqual(new Set([id]))
    await lastCall().reply(committed(1))
    await expect(outcome).resolves.toMatchObject({ is: 'committed' })
  })

  it('is that of the commands a call did not answer', async () => {
    issueNote('a')
    issueNote('b')
    await flush()
    await lastCall().reply(committed(1))
    await vi.advanceTimersByTimeAsync(400)
    expect(namesOf(lastCall())).toEqual(['b'])
  })

  it('is that of a call that never ends; its late reply still counts, once', async () => {
    const { outcome } = issueNote('a')
    await flush()
    await vi.advanceTimersByTimeAsync(21_000)
    expect(calls.map(namesOf)).toEqual([['a'], ['a']])
    await calls[0]?.reply(committed(1))
    await expect(outcome).resolves.toMatchObject({ is: 'committed' })
    await calls[1]?.reply(committed(1))
    expect(cookie.tokens).toEqual([tokenOf(1)])
    await vi.advanceTimersByTimeAsync(30_000)
    expect(calls).toHaveLength(2)
  })

  it('does not come up without a network: what waits goes out in order when it is back', async () => {
    isOnline = false
    issueNote('a')
    issueNote('b')
    await flush()
    expect(calls).toEqual([])
    expect(client.sync()).toEqual({ state: 'offline', waiting: 2, refused: 0 })
    issueNote('c')
    expect(client.sync().waiting).toBe(3)
    expect(client.sync()).toBe(client.sync())
    isOnline = true
    comeOnline()
    await flush()
    expect(calls.map(namesOf)).toEqual([['a', 'b', 'c']])
  })
})

describe('a refusal', () => {
  it('takes back its own change, and is listed until it is dismissed', async () => {
    issueNote('a')
    const { id, outcome } = issueNote('b')
    issueNote('c')
    await flush()
    await lastCall().reply(committed(1), refused('TooLate'), committed(2))
    expect(shown()).toEqual(['old', 'a', 'c'])
    expect(client.sync().state).toBe('refused')
    expect(client.refusals()).toEqual([
      { id, name: 'Note', input: { text: 'b' }, hint: undefined, rejection: { code: 'TooLate' } },
    ])
    await expect(outcome).resolves.toEqual({ is: 'refused', rejection: { code: 'TooLate' } })
    client.dismiss(id)
    expect(client.refusals()).toEqual([])
    expect(client.sync().state).toBe('saved')
  })

  it('asks anew what it was meant to change: somebody else has changed it before', async () => {
    issueNote('a')
    await flush()
    expect(questions).toEqual([])
    await lastCall().reply(refused('NotesAreClosed'))
    expect(questions.map(({ name }) => name)).toEqual(['notes'])
    await lastQuestion().answer(answerAt(1, ['old', 'of another']))
    expect(shown()).toEqual(['old', 'of another'])
  })

  it('is not listed when whoever issued the command has dealt with it', async () => {
    client.issue(note, { text: 'a' }, { onRefused: () => 'handled' })
    await flush()
    await lastCall().reply(refused('TooLate'))
    expect(client.refusals()).toEqual([])
    expect(shown()).toEqual(['old'])
  })
})

describe('what is shown', () => {
  it('is the same object until something looks different', async () => {
    const plain = client.look(notes)
    issueNote('a')
    const saving = client.look(notes)
    expect(saving).not.toBe(plain)
    expect(saving.pending).toEqual(new Map([['a', 'saving']]))
    await flush()
    expect(client.look(notes)).toBe(saving)
    await lastCall().reply(committed(1))
    expect(client.look(notes).pending).toEqual(new Map([['a', 'saved']]))
    expect(client.look(notes).data).toBe(saving.data)
  })

  it('keeps the identity of equal data when the confirmed answer takes the place of the patch', async () => {
    issueNote('a')
    await flush()
    await lastCall().reply(committed(1))
    const { data } = client.look(notes)
    await lastQuestion().answer(answerAt(1, ['old', 'a']))
    expect(client.look(notes).data).toBe(data)
    expect(client.look(notes).pending.size).toBe(0)
  })

  it('is on the first frame the very object that the server rendered', () => {
    const answer = answerAt(5, ['new page'])
    const key = keyOf({ name: 'notes', input: { page: 2 } })
    client.admit(key, answer)
    expect(client.look(key)).toBe(plainView(answer))
  })

  it('does not go back to an older answer, nor doubles work whose reply was overtaken', async () => {
    issueNote('a')
    await flush()
    client.admit(notes, answerAt(1, ['old', 'a']))
    expect(shown()).toEqual(['old', 'a'])
    await lastCall().reply(committed(1))
    expect(shown()).toEqual(['old', 'a'])
    expect(client.look(notes).pending.size).toBe(0)
    client.admit(notes, answerAt(0, ['old']))
    expect(shown()).toEqual(['old', 'a'])
  })
})

describe('asking again', () => {
  it('happens once when the last reply is in, and after growing pauses until an answer has the commit', async () => {
    issueNote('a')
    await flush()
    issueNote('b')
    await lastCall().reply(committed(1))
    expect(questions).toEqual([])
    await lastCall().reply(committed(2))
    expect(questions).toHaveLength(1)
    await lastQuestion().answer(answerAt(1, ['old', 'a']))
    expect(questions).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(500)
    expect(questions).toHaveLength(2)
    await lastQuestion().answer(answerAt(2, ['old', 'a', 'b']))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(questions).toHaveLength(2)
    expect(shown()).toEqual(['old', 'a', 'b'])
  })

  it('also asks what a command changes in ways only the server knows', async () => {
    client.admit(count, answerAt(0, 1))
    client.watch(count, () => {})
    issueNote('a')
    await flush()
    await lastCall().reply(committed(1))
    expect(questions.map(({ name }) => name).sort()).toEqual(['count', 'notes'])
  })

  it('does not ask again for what was folded into an answer', async () => {
    issueNote('a')
    const { id } = issueNote('b')
    await flush()
    await lastCall().reply(committed(1), committed(2))
    await lastQuestion().answer({ ...answerAt(1, ['old', 'a', 'b']), folded: { [id]: tokenOf(2) } })
    expect(shown()).toEqual(['old', 'a', 'b'])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(questions).toHaveLength(1)
  })
})

it('says that it is saved, for a moment', async () => {
  expect(client.sync().state).toBe('still')
  issueNote('a')
  expect(client.sync()).toEqual({ state: 'saving', waiting: 1, refused: 0 })
  await flush()
  await lastCall().reply(committed(1))
  expect(client.sync().state).toBe('saved')
  await vi.advanceTimersByTimeAsync(2_000)
  expect(client.sync().state).toBe('still')
})

it('drops what was not sent when another person takes over, but not when development starts everything twice', async () => {
  isOnline = false
  const { outcome } = issueNote('a')
  const seen = vi.fn()
  void outcome.then(seen)
  stop()
  stop = client.start()
  await flush()
  expect(seen).not.toHaveBeenCalled()
  stop()
  await flush()
  expect(seen).toHaveBeenCalledWith({ is: 'dropped' })
})

it('lets those wait who would leave own work behind', async () => {
  issueNote('a')
  const left = vi.fn()
  void client.whenSaved().then(left)
  await flush()
  expect(left).not.toHaveBeenCalled()
  await lastCall().reply(committed(1))
  expect(left).toHaveBeenCalled()
})
