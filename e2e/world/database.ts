import { connect, type Sql } from '../../server/engine/database/postgres'
import { childPid, environmentOf } from './processes'

/** Does something to the read tables as only the worker may: by the address that the worker was given. */
export async function inReadTables<Done>(act: (sql: Sql) => Promise<Done>): Promise<Done> {
  const url = environmentOf(childPid('worker'))?.PROJECTOR_DATABASE_URL
  if (!url) throw new Error('The worker of the shop under test was given no database.')
  const sql = connect(url, { name: 'e2e', max: 1 })
  try {
    return await act(sql)
  } finally {
    await sql.end()
  }
}
