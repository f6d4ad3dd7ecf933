import type { Rule } from '../rule'
import { isTest } from '../tree/source-file'

/** The registry of read models stands beside the folders, not in one, and may know all of them. */
export const sealedReadModels: Rule = {
  name: 'read-models-are-sealed',
  why: 'A read model can be rebuilt, changed or thrown away alone. What two of them need belongs to both or to the events.',
  breaches: (tree) =>
    tree.files
      .filter((file) => modelOf(file.path) && !isTest(file.path))
      .flatMap((file) =>
        tree
          .importsOf(file.path)
          .filter(({ target }) => target && modelOf(target) && modelOf(target) !== modelOf(file.path))
          .map(({ target, line }) => ({ file: file.path, line, says: `imports ${target}` })),
      ),
}

function modelOf(path: string): string | undefined {
  return /^server\/read\/([^/]+)\//.exec(path)?.[1]
}
