import { v7 } from 'uuid'
import { z } from 'zod'
import type { TransactionSql } from '@/server/engine/database/postgres'
import type { EventDefinitions, Fact } from '@/server/engine/log/event'
import { append } from '@/server/engine/log/log'
import { defineProjection } from '@/server/engine/projections/projection'

export type Noted = Fact & { type: 'Noted'; data: { n: number } }

/** The one kind of event here: the n-th of its stream. */
export const notedDefinitions = {
  Noted: { stream: 'noted', shape: 1, schema: z.object({ n: z.number().int().positive() }) },
} satisfies EventDefinitions

/** Appends the next `count` events of a stream, whose row stays locked till the transaction ends. */
export async function note(tx: TransactionSql, key: string, count: number): Promise<void> {
  const [stream] = await tx<{ last: number }[]>`
    update write.numbered_stream set last = last + ${count} where key = ${key} returning last`
  const before = (stream?.last ?? 0) - count
  const at = new Date().toISOString()
  const facts = Array.from(
    { length: count },
    (_, n): Noted => ({ type: 'Noted', key, at, data: { n: before + n + 1 } }),
  )
  await append(tx, notedDefinitions, facts, { actor: { kind: 'system', id: v7() }, commandId: v7() })
}

/** Writes down what it is given, in the order in which it is given it. */
export const deliveries = defineProjection<Noted>({
  name: 'deliveries',
  version: 1,
  handles: ['Noted'],
  tables: ['delivery'],
  apply: async (tx, events) => {
    const rows = events.map(({ key, position, data: { n } }) => ({ key, position, n }))
    await tx`
      insert into delivery (key, n, position)
      select (one->>'key')::uuid, (one->>'n')::int, (one->>'position')::bigint
      from jsonb_array_elements(${tx.json(rows)}) with ordinality as given (one, ordinal)
      order by ordinal`
    return []
  },
})
