import type { Given, Rejection } from './command'
import type { SealedFact } from './log'
import { insertFacts } from './log'
import type { AnySql } from './postgres'

/** What was answered to a command, and to which input. */
export type StoredAnswer = {
  fingerprint: string
  answer: { result?: unknown; rejection?: Rejection; token: string | null }
}

/** A command as the ledger knows it again. */
export type Entry = { name: string; fingerprint: string; given: Given }

export async function findAnswer(sql: AnySql, id: string): Promise<StoredAnswer | undefined> {
  const [row] = await sql<StoredAnswer[]>`select fingerprint, answer from write.command_ledger where id = ${id}`
  return row
}

/** The statement that keeps the answer to a command which changed nothing. */
export function keepAnswer(sql: AnySql, entry: Entry, answer: StoredAnswer['answer']) {
  return sql`
    insert into write.command_ledger (id, name, fingerprint, answer)
    values (${entry.given.commandId}, ${entry.name}, ${entry.fingerprint}, ${sql.json(answer as never)})`
}

/**
 * One statement that appends the facts and keeps the answer, because every command waits for it: the answer holds the
 * token, and the token says where the facts stand.
 */
export function appendAndAnswer(
  sql: AnySql,
  facts: readonly SealedFact[],
  { name, fingerprint, given }: Entry,
  answer: { result: unknown; epoch: string },
) {
  return sql<{ xid: string; position: number }[]>`
    with added as (${insertFacts(sql, facts, given)}),
    last as (select xid, max(position) as position from added group by xid),
    kept as (
      insert into write.command_ledger (id, name, fingerprint, answer)
      select ${given.commandId}, ${name}, ${fingerprint}, jsonb_build_object(
        'result', ${sql.json((answer.result ?? null) as never)}::jsonb,
        'token', concat_ws('.', ${answer.epoch}::text, xid, position))
      from last)
    select xid, position from last`
}
