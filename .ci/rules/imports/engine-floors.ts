import type { Breach, Rule } from '../rule'
import { isTest } from '../tree/source-file'
import type { Tree } from '../tree/tree'

/** The rooms of the engine from the ground up: each knows those before it. */
const floors = [
  'pacing',
  'database',
  'log',
  'queue',
  'commands',
  'projections',
  'rows',
  'queries',
  'parking',
  'projector',
  'reactions',
  'rebuilding',
  'audit',
  'watching',
  'worker',
]

export const engineFloors: Rule = {
  name: 'engine-rooms-stand-on-floors',
  why: 'Who reads the engine from the ground up never meets a word before its meaning. A room that reaches up takes the house with it.',
  breaches: (tree) =>
    tree.files
      .filter(({ path }) => path.startsWith('server/engine/') && !isTest(path))
      .flatMap(({ path }) => (floors.includes(roomOf(path)) ? reachingUp(path, tree) : [homeless(path)])),
}

function homeless(path: string): Breach {
  return { file: path, line: 1, says: `lies in no room of the engine (${floors.join(', ')})` }
}

function reachingUp(path: string, tree: Tree): Breach[] {
  const isAbove = (target: string | undefined) =>
    target?.startsWith('server/engine/') && floors.indexOf(roomOf(target)) > floors.indexOf(roomOf(path))
  return tree
    .importsOf(path)
    .filter(({ target }) => isAbove(target))
    .map(({ target, line }) => ({ file: path, line, says: `imports ${target}, which stands above` }))
}

/** The folder below the engine; of a file that lies in none, its own name. */
function roomOf(path: string): string {
  return path.split('/')[2] ?? ''
}
