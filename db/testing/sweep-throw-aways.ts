import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findOwner } from '../embedded/owner-file'
import { findPostmaster } from '../embedded/postmaster'

/** Ends and deletes the throw-away clusters of runs that were killed before they could do so themselves. */
export async function sweepThrowAways(temp: string, prefix: string): Promise<void> {
  for (const name of readdirSync(temp).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(temp, name)
    const cluster = join(folder, 'postgres')
    // Without an owner file it is just being made, by another run.
    if (!existsSync(join(folder, 'postgres.owner.json')) || findOwner(folder)) continue
    const server = findPostmaster(cluster)
    if (server) process.kill(server.pid, 'SIGQUIT')
    while (findPostmaster(cluster)) await sleep(50)
    rmSync(folder, { recursive: true, force: true })
  }
}
