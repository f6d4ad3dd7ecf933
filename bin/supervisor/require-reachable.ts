import postgres from 'postgres'
import { StartRefusal } from '@/server/start-refusal'

/** Signs in to a given database once, and refuses in one sentence where that fails. */
export async function requireReachable(variable: string, url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} })
  try {
    await sql`select 1`
  } catch (error) {
    throw new StartRefusal(sentenceFor(variable, new URL(url), error as { code?: string; message: string }))
  } finally {
    await sql.end({ timeout: 1 })
  }
}

function sentenceFor(variable: string, url: URL, { code, message }: { code?: string; message: string }): string {
  const place = `${url.hostname}:${url.port || 5432}`
  if (code === '28P01' || code === '28000')
    return `${variable}: PostgreSQL at ${place} refuses the user "${url.username}" or the password: correct them.`
  if (code === '3D000')
    return `${variable}: PostgreSQL at ${place} has no database "${url.pathname.slice(1)}": create it, or correct the name.`
  return `${variable}: no PostgreSQL can be reached at ${place} (${code ?? message}): start it or correct the address, or leave ${variable} out to use the embedded one.`
}
