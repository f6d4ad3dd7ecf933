import { connect, type Sql } from '@/server/engine/database/postgres'

/** A session that can have a transaction open in another database of the same server. */
export type IdleElsewhere = {
  /** Begins a transaction, writes something in it, and does not go on. */
  begin: () => Promise<void>
  end: () => Promise<void>
  close: () => Promise<void>
}

/** Makes another database on a server, and a session of it. `admin` may create databases; `url` leads to the server. */
export async function openIdleElsewhere(url: string, admin: Sql): Promise<IdleElsewhere> {
  await admin`create database elsewhere`
  const there = new URL(url)
  there.pathname = '/elsewhere'
  const sql = connect(there.href, { name: 'idle-elsewhere', max: 1 })
  await sql`create table something (id int)`
  const session = await sql.reserve()
  return {
    async begin() {
      await session`begin`
      await session`insert into something values (1)`
    },
    async end() {
      await session`rollback`
    },
    async close() {
      session.release()
      await sql.end()
    },
  }
}
