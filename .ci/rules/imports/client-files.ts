import { posix } from 'node:path'
import type { Rule } from '../rule'
import { closure } from '../tree/closure'
import { isTest, type SourceFile } from '../tree/source-file'
import type { Import, Tree } from '../tree/tree'

/** Views and events have rules of their own that keep them fit for a browser. */
const fitByRule = /\.view\.ts$|^server\/events\//
/** Followed, and must stay fit: the engine's two files that compare marks, and what read models share beside their folders. */
const fitByLook = /\.optimistic\.ts$|^server\/engine\/log\/(mark|token)\.ts$|^server\/read\/[^/]+\.ts$/
const commandDoor = 'app/_server/issue-commands.ts'
/** What a browser is told, and has to know the shape of: answers, queries and refusals. */
const typesFor = /^server\/engine\/|\.query\.ts$|^server\/write\/rejections\.ts$/
const serverPackage = /^(node:.*|server-only|postgres|pg|drizzle-orm|bullmq|ioredis|pino)$/

/**
 * Client code is every file that says `use client`, the client half and the optimistic patches, with all that these
 * take along. A `use server` file ends the way: only its name reaches the browser.
 */
export const clientFiles: Rule = {
  name: 'client-files-take-only-views-events-and-actions',
  why: 'What a browser takes along must be able to run there, and must not give the house away.',
  breaches: (tree) =>
    clientPaths(tree).flatMap((path) =>
      tree
        .importsOf(path)
        .filter((each) => !clientMayTake(path, each, tree))
        .map(({ target, packageName, line }) => ({ file: path, line, says: `imports ${target ?? packageName}` })),
    ),
}

function clientPaths(tree: Tree): string[] {
  const starts = tree.files.filter(startsClient).map(({ path }) => path)
  return closure(starts, tree, ({ target }) => !!target && isFollowed(target) && !isServer(target, tree))
}

function startsClient(file: SourceFile): boolean {
  if (isTest(file.path)) return false
  return file.directives.includes('use client') || /^app\/_client\/|\.optimistic\.tsx?$/.test(file.path)
}

function clientMayTake(path: string, { target, packageName, typeOnly }: Import, tree: Tree): boolean {
  if (packageName !== undefined) return typeOnly || !serverPackage.test(packageName)
  if (target === undefined || fitByRule.test(target)) return true
  if (isServer(target, tree)) return isOwnAction(path, target)
  return isFollowed(target) || (typeOnly && typesFor.test(target))
}

/** A feature's actions stand beside it or above it, never in another feature; the dispatcher has the door for commands. */
function isOwnAction(path: string, target: string): boolean {
  if (target === commandDoor) return path.startsWith('app/_client/')
  return posix.basename(target) === 'actions.ts' && path.startsWith(`${posix.dirname(target)}/`)
}

function isFollowed(target: string): boolean {
  return target.startsWith('app/') || fitByLook.test(target)
}

function isServer(target: string, tree: Tree): boolean {
  return tree.file(target)?.directives.includes('use server') ?? false
}
