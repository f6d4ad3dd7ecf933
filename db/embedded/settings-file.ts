import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What must outlive a restart beside the cluster itself. */
export type PostgresSettings = { password: string; port?: number }

/** Reads the settings kept in a data folder; a new folder gets a random password. */
export function readSettings(dataDir: string): PostgresSettings {
  const file = fileIn(dataDir)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as PostgresSettings
  const settings = { password: randomBytes(24).toString('hex') }
  writeSettings(dataDir, settings)
  return settings
}

/** Keeps the settings where only the owner of the data folder can read them. */
export function writeSettings(dataDir: string, settings: PostgresSettings): void {
  writeFileSync(fileIn(dataDir), `${JSON.stringify(settings)}\n`, { mode: 0o600 })
}

/** The address of the shop's database on the embedded server, as its superuser. */
export function urlOf({ password, port }: PostgresSettings): string {
  return `postgres://tidemark:${password}@127.0.0.1:${port}/tidemark`
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'postgres.json')
}
