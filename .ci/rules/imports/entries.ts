import type { Rule } from '../rule'

const entryFolder = /^(workers|bin|bench|e2e)\//

/**
 * Who starts what: the command line the worker, browser tests the whole shop. And a benchmark may measure in the browser
 * what the browser tests prove, in the same one.
 */
const starts = [
  { by: /^bin\//, target: /^workers\/main\.ts$/ },
  { by: /^e2e\//, target: /^bin\/supervisor\.ts$/ },
  { by: /^bench\//, target: /^(e2e\/(frames|world)\/|bin\/checks\/find-chromium\.ts$)/ },
]

export const entriesAreNotImported: Rule = {
  name: 'entries-are-not-imported',
  why: 'workers, bin, bench and e2e start things. What they share with the rest belongs to server or db.',
  breaches: (tree) =>
    tree.files.flatMap((file) =>
      tree
        .importsOf(file.path)
        .filter(({ target }) => target && isForeignEntry(file.path, target))
        .map(({ target, line }) => ({ file: file.path, line, says: `imports ${target}` })),
    ),
}

function isForeignEntry(path: string, target: string): boolean {
  const folder = entryFolder.exec(target)?.[0]
  if (!folder || path.startsWith(folder)) return false
  return !starts.some((start) => start.by.test(path) && start.target.test(target))
}
