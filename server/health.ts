import { shop } from './shop'

export type Health = { ok: boolean; commands: 'up' | 'down'; queries: 'up' | 'down' }

/** Tries both doors of this process, for load balancers and the supervisor. Never throws. */
export async function healthOf(): Promise<Health> {
  const { ping } = shop()
  const [commands, queries] = await Promise.all([ping.commands(), ping.queries()])
  return { ok: commands && queries, commands: commands ? 'up' : 'down', queries: queries ? 'up' : 'down' }
}
