import postgres from 'postgres'
import { StartRefusal } from '@/server/start-refusal'

/**
 * Demo data come in a few thousand commands. Where that is interrupted, the shop is neither empty nor a demo, so it is
 * noted on the database itself, as its comment, and the next start begins again.
 */
const note = 'demo data incomplete'

export const noteFilling = (ownerUrl: string) => comment(ownerUrl, `'${note}'`)
export const noteFilled = (ownerUrl: string) => comment(ownerUrl, 'null')

/** Makes a half filled database anew: an embedded one, that is. Nobody has bought anything in it yet. */
export async function discardIfHalfFilled(ownerUrl: string): Promise<void> {
  if (!(await isHalfFilled(ownerUrl))) return
  const home = new URL(ownerUrl)
  const name = home.pathname.slice(1)
  home.pathname = '/postgres'
  await ask(home.href, async (sql) => {
    await sql`drop database ${sql(name)} with (force)`
    await sql`create database ${sql(name)}`
  })
}

/** Refuses a given database that is half filled: it is not ours to drop. */
export async function refuseIfHalfFilled(ownerUrl: string): Promise<void> {
  if (!(await isHalfFilled(ownerUrl))) return
  throw new StartRefusal(
    'Filling the database of DATABASE_URL with demo data was interrupted: drop the database, create it again, and start again.',
  )
}

function isHalfFilled(ownerUrl: string): Promise<boolean> {
  return ask(ownerUrl, async (sql) => {
    const [row] =
      await sql`select shobj_description(oid, 'pg_database') as comment from pg_database where datname = current_database()`
    return row?.comment === note
  })
}

async function comment(ownerUrl: string, text: string): Promise<void> {
  const name = new URL(ownerUrl).pathname.slice(1).replaceAll('"', '""')
  await ask(ownerUrl, (sql) => sql.unsafe(`comment on database "${name}" is ${text}`))
}

async function ask<Answer>(url: string, act: (sql: postgres.Sql) => Promise<Answer>): Promise<Answer> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await act(sql)
  } finally {
    await sql.end()
  }
}
