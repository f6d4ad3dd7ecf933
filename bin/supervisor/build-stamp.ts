import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const stampFile = join('.next', 'tidemark-build')

/** Everything that the build is made from. What stands in `public` is served as it is. */
const folders = ['app', 'server', 'db']
const file =
  /^(package-lock\.json|tsconfig\.json|next\.config\.\w+|postcss\.config\.\w+|(proxy|middleware|instrumentation)(-client)?\.ts)$/

/** Whether the build in `.next` was made from exactly these sources. */
export function isBuildCurrent(stamp: string): boolean {
  return hasBuild() && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
}

/** Whether there is a build that came to its end. */
export const hasBuild = () => existsSync(join('.next', 'BUILD_ID'))

/** Notes, after a build has succeeded, what it was made from. */
export function keepStamp(stamp: string): void {
  writeFileSync(stampFile, stamp)
}

/** A fingerprint of the sources, and of the settings that pages rendered at build time may show. */
export function takeStamp(settings: string[], root = '.'): string {
  const hash = createHash('sha256').update(JSON.stringify([process.versions.modules, ...settings]))
  const top = readdirSync(root).filter((name) => file.test(name))
  const sources = [...top, ...folders.flatMap((folder) => sourcesIn(root, folder))].sort()
  for (const path of sources) hash.update(path).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

function sourcesIn(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourcesIn(root, path)
    return /\.test\.tsx?$/.test(entry.name) ? [] : [path]
  })
}
