import type { AnySql } from '../database/postgres'
import { type AttributedFact, insertFacts } from '../log/log'
import type { Given, Rejection } from './command'

/** `token` is null where nothing was recorded. */
export type Answer = { result?: unknown; rejection?: Rejection; token: string | null }

/** What was answered to a command, and to which input. */
export type StoredAnswer = { fingerprint: string; answer: Answer }

/** A command as the ledger knows it again, and what is answered to it. */
export type Entry = { name: string; fingerprint: string; given: Given; answer: Omit<Answer, 'token'> | undefined }

export async function findAnswer(sql: AnySql, id: string): Promise<StoredAnswer | undefined> {
  const [row] = await sql<StoredAnswer[]>`select fingerprint, answer from write.command_ledger where id = ${id}`
  return row
}

/**
 * One statement that appends the facts and keeps the answers, because every command waits for it: an answer holds the
 * token, and the token says where the command's facts stand. Answered are those that recorded something.
 */
export function appendAndAnswer(
  sql: AnySql,
  facts: readonly AttributedFact[],
  entries: readonly Entry[],
  epoch: string,
) {
  const answered = entries.map(({ name, fingerprint, given, answer }) => ({
    id: given.commandId,
    name,
    fingerprint,
    answer,
  }))
  return sql<{ commandId: string; xid: string; position: number }[]>`
    with added as (${insertFacts(sql, facts)}),
    last as (select "commandId", xid, max(position) as position from added group by "commandId", xid),
    kept as (
      insert into write.command_ledger (id, name, fingerprint, answer)
      select id, name, fingerprint, answer || jsonb_build_object('token', ${epoch}::text || '.' || xid || '.' || position)
      from jsonb_to_recordset(${sql.json(answered as never)})
        as answered (id uuid, name text, fingerprint text, answer jsonb)
      left join last on last."commandId" = id)
    select "commandId", xid, position from last`
}
