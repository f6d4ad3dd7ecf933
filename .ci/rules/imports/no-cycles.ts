import type { Breach, Rule } from '../rule'
import type { Tree } from '../tree/tree'

/** Types count too: two files that need each other's types are one thought in two places. */
export const noCycles: Rule = {
  name: 'no-cycles',
  why: 'In a cycle nothing can be read, tested or moved alone, and what is loaded first is an accident.',
  breaches: (tree) => tree.files.flatMap((file) => cycleFrom(file.path, tree)),
}

/** Every cycle is told once: from the file of it that comes first in the alphabet, by the shortest way round. */
function cycleFrom(start: string, tree: Tree): Breach[] {
  const cameFrom = new Map<string, string>()
  const queue = [start]
  for (const path of queue) {
    for (const { target } of tree.importsOf(path)) {
      if (target === start) return [wayRound(start, path, cameFrom, tree)]
      if (target === undefined || target < start || cameFrom.has(target)) continue
      cameFrom.set(target, path)
      queue.push(target)
    }
  }
  return []
}

function wayRound(start: string, last: string, cameFrom: Map<string, string>, tree: Tree): Breach {
  const way = [start]
  for (let path = last; path !== start; path = cameFrom.get(path) ?? start) way.unshift(path)
  way.unshift(start)
  const line = tree.importsOf(start).find(({ target }) => target === way[1])?.line ?? 1
  return { file: start, line, says: way.join(' → ') }
}
