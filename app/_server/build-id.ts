import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

let known: string | null | undefined

/** Which build is served; null in development, where it changes with every key that is pressed. */
export function buildId(): string | null {
  if (process.env.NODE_ENV !== 'production') return null
  known ??= readBuildId()
  return known
}

/** Read while serving: the name is given when the build is finished, after its code was compiled. */
function readBuildId(): string | null {
  try {
    return readFileSync(join(process.cwd(), '.next', 'BUILD_ID'), 'utf8').trim()
  } catch {
    return null
  }
}
