import { vi } from 'vitest'
import type { TestReadSide } from '@/server/read/test-read-side'

/** The environment of a web process in front of this database, until `vi.unstubAllEnvs`. */
export function stubWebEnv(
  { commandUrl, queryUrl, redisUrl }: TestReadSide['database'],
  more: Record<string, string>,
): void {
  const environment = {
    COMMAND_DATABASE_URL: commandUrl,
    QUERY_DATABASE_URL: queryUrl,
    REDIS_URL: redisUrl ?? '',
    SESSION_SECRET: 'a secret of more than thirty-two characters',
    LOG_LEVEL: 'silent',
    ...more,
  }
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
}
