import { spawnSync } from 'node:child_process'
import { dirname } from 'node:path'
import type { ServerUser } from './server-user'

/** The first folder on the way to `path` (itself included) that the user cannot enter, found by entering each. */
export function findClosedFolder(path: string, user: ServerUser): string | undefined {
  if (user.uid === undefined) return undefined
  const tryEach = 'for folder do cd "$folder" 2>/dev/null || { printf %s "$folder"; exit 1; }; done'
  const tried = spawnSync('/bin/sh', ['-c', tryEach, 'sh', ...foldersTo(path)], { ...user, cwd: '/', encoding: 'utf8' })
  return tried.status === 0 ? undefined : tried.stdout
}

function foldersTo(path: string): string[] {
  const above = dirname(path)
  return above === path ? [path] : [...foldersTo(above), path]
}
