import { expect, test } from 'vitest'
import type { Dispatcher } from '../commands/dispatch'
import { observeCommands, observePolicies, observeProjections } from './observe'

const command = { name: 'Open' } as never
const envelope = { id: '0198f000-0000-7000-8000-000000000001', input: {}, actor: { kind: 'guest', id: 'ada' } }
const dispatching = (dispatch: () => Promise<unknown>) => ({ dispatch }) as unknown as Dispatcher

async function outcomesOf(dispatch: () => Promise<unknown>) {
  const seen: unknown[] = []
  const observed = observeCommands(dispatching(dispatch), (one) => seen.push(one))
  const reply = await observed.dispatch(command, envelope).catch((error: Error) => error.message)
  return { reply, seen }
}

test('a command is told of with its name, its id and what came of it, and its reply is handed on', async () => {
  const done = { ok: true, result: 1, token: null }
  const { reply, seen } = await outcomesOf(async () => done)
  expect(reply).toBe(done)
  expect(seen).toEqual([{ command: 'Open', commandId: envelope.id, outcome: 'accepted', ms: expect.any(Number) }])
})

test('a refusal is one, and what throws failed and still throws', async () => {
  const refused = await outcomesOf(async () => ({ ok: false, rejection: { code: 'Closed' }, token: null }))
  expect(refused.seen).toMatchObject([{ outcome: 'refused' }])
  const failed = await outcomesOf(() => Promise.reject(new Error('no connection')))
  expect(failed).toMatchObject({ reply: 'no connection', seen: [{ outcome: 'failed' }] })
})

test('a projection that is watched is the same one, and tells which events a batch had', async () => {
  const seen: unknown[] = []
  const touched = ['a', 'b']
  const projection = { name: 'totals', version: 3, handles: ['Opened'], tables: ['totals'], apply: async () => touched }
  const [watched] = observeProjections([projection], (one) => seen.push(one))
  expect(watched).toMatchObject({ name: 'totals', version: 3, handles: ['Opened'] })
  expect(await watched?.apply({} as never, [{}, {}] as never)).toBe(touched)
  expect(seen).toEqual([{ projection: 'totals', events: [{}, {}], outcome: 'applied', ms: expect.any(Number) }])
})

test('a policy that throws is told of, and parks its key as ever', async () => {
  const seen: unknown[] = []
  const react = () => Promise.reject(new Error('the partner is out'))
  const [watched] = observePolicies([{ name: 'greet', version: 1, handles: [], react }], (one) => seen.push(one))
  await expect(watched?.react({} as never)).rejects.toThrow('the partner is out')
  expect(seen).toMatchObject([{ policy: 'greet', outcome: 'failed' }])
})
