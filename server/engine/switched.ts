import type { TransactionSql } from './postgres'

/**
 * Whether tables changed places with others since this transaction's snapshot (docs/decisions/0032). Names of tables
 * are looked up as they are now, and rows as the snapshot sees them: new tables would be there without their last rows.
 * Each switch puts another thing under the name `read.switched`; here it is looked up both ways.
 */
export async function isSwitchedSince(tx: TransactionSql): Promise<boolean> {
  const [found] = await tx<{ isSwitched: boolean }[]>`
    select to_regclass('read.switched')::oid is distinct from (
      select oid from pg_class where relname = 'switched' and relnamespace = 'read'::regnamespace) as "isSwitched"`
  return found?.isSwitched ?? true
}

/** Counts the statements that are sent through a transaction. */
export function countingStatements(tx: TransactionSql): { tx: TransactionSql; count: () => number } {
  let count = 0
  const counted = new Proxy(tx, {
    apply(target, self, words) {
      count += 1
      return Reflect.apply(target as never, self, words)
    },
    get(target, property) {
      const found = Reflect.get(target, property)
      if (property !== 'unsafe') return found
      return (...words: Parameters<TransactionSql['unsafe']>) => {
        count += 1
        return target.unsafe(...words)
      }
    },
  })
  return { tx: counted, count: () => count }
}
