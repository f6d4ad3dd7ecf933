import type { TransactionSql } from './postgres'

/**
 * Makes `table` hold the rows of `other`, which has the same columns. What is the same in both is left alone, so that
 * replacing rows by their equals writes nothing.
 */
export async function replaceRows(tx: TransactionSql, table: string, other: string): Promise<void> {
  // What a step says for looking up by key is wrong for comparing whole tables.
  await tx`set local enable_seqscan to on`
  await tx`set local enable_hashjoin to on`
  const { columns, key } = await columnsOf(tx, table)
  const [into, from, all, id] = [table, other, columns, key].map((text) => tx.unsafe(text)) as [Text, Text, Text, Text]
  await tx`
    delete from ${into} where (${id}) in (
      select ${id} from (select ${all} from ${into} except select ${all} from ${from}) gone)`
  await tx`insert into ${into} (${all}) select ${all} from ${from} except select ${all} from ${into}`
}

type Text = ReturnType<TransactionSql['unsafe']>

/** Generated columns cannot be written, and follow from the others. */
async function columnsOf(tx: TransactionSql, table: string): Promise<{ columns: string; key: string }> {
  const [found] = await tx<{ columns: string; key: string }[]>`
    select string_agg(quote_ident(attname), ', ') as columns,
      string_agg(quote_ident(attname), ', ') filter (where attnum = any(conkey)) as key
    from pg_attribute join pg_constraint on conrelid = attrelid and contype = 'p'
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`
  if (!found) throw new Error(`${table} has no primary key.`)
  return found
}
