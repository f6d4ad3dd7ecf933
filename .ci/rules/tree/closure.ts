import type { Import, Tree } from './tree'

/** All files of ours that run when these run. `follow` says which imports carry code that counts. */
export function closure(starts: string[], tree: Tree, follow: (each: Import) => boolean): string[] {
  const reached = new Set(starts)
  for (const path of reached) {
    for (const each of tree.importsOf(path)) {
      if (each.target && !each.typeOnly && follow(each)) reached.add(each.target)
    }
  }
  return [...reached]
}
