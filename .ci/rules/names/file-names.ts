import type { Breach, Rule } from '../rule'

/** Names that a habit of all repositories gives, and the migrations, which Drizzle numbers. */
const given = /(^|\/)(README\.md|LICENSE(\.txt)?|Dockerfile)$|^db\/migrations\//
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/
/** Next's folders: `_private`, `(group)`, `[slug]`, `[...all]`, `@slot`. */
const nextFolder = /^(_|@|\(|\[\[?(\.\.\.)?)?([a-z0-9-]+)(\)|\]\]?)?$/
const emptyWord = /^(.*-)?(utils?|helpers?|managers?|services?|commons?)$/

export const kebabCase: Rule = {
  name: 'files-are-kebab-case',
  why: 'One form for all: no name has to be tried twice, and no file system folds two into one.',
  breaches: ({ paths }) => breachesOf(paths, (path) => !given.test(path) && !isKebab(path), 'is not kebab-case'),
}

export const tellingNames: Rule = {
  name: 'names-say-what-is-inside',
  why: 'A file list is a feature list. What is put into a common drawer is never found again and never thrown away.',
  breaches: ({ paths }) =>
    breachesOf(paths, (path) => stems(path).some((stem) => emptyWord.test(stem)), 'says nothing'),
}

export const noIndexFiles: Rule = {
  name: 'no-index-files',
  why: 'A barrel hides what is used from where, and loads the whole folder for one name.',
  breaches: ({ paths }) => breachesOf(paths, (path) => /(^|\/)index\.m?[jt]sx?$/.test(path), 'is an index file'),
}

function isKebab(path: string): boolean {
  const folders = path.split('/').slice(0, -1)
  const [file = ''] = path.split('/').slice(-1)
  return (
    folders.every((folder) => folder === '.ci' || kebab.test(nextFolder.exec(folder)?.[3] ?? '')) &&
    (file.startsWith('.') ? file.slice(1) : file).split('.').every((part) => kebab.test(part))
  )
}

function stems(path: string): string[] {
  return path.split('/').map((part) => part.split('.')[0] ?? '')
}

function breachesOf(paths: string[], isBroken: (path: string) => boolean, says: string): Breach[] {
  return paths.filter(isBroken).map((file) => ({ file, line: 1, says }))
}
