import type { Node } from 'oxc-parser'
import type { Breach, Rule } from '../rule'
import { type NamedFunction, namedFunctions } from '../tree/functions'
import { isTest, type SourceFile } from '../tree/source-file'
import type { Tree } from '../tree/tree'
import { walk } from '../tree/walk'
import { impuritiesBelow } from './impurities'

/** A named function and where it stands. */
interface Place {
  file: SourceFile
  node: Node
}

const pureName = /^(decide|apply)([A-Z]|$)/

/** Follows the functions that decide and apply take up, into other files too: an impurity one step away is one all the same. */
export const pureDecisions: Rule = {
  name: 'decide-apply-and-patch-are-pure',
  why: 'The same events and facts must give the same answer tomorrow, in a test and in the browser. Time, ids and chance come in as data.',
  breaches: (tree) => {
    const places = new Map<Node, Place>()
    for (const place of tree.files.flatMap(pureFunctions)) places.set(place.node, place)
    for (const place of places.values())
      for (const taken of functionsTakenUpBy(place, tree)) places.set(taken.node, taken)
    return distinct([...places.values()].flatMap(impurities))
  },
}

function pureFunctions(file: SourceFile): Place[] {
  if (isTest(file.path)) return []
  if (/\.(view|optimistic)\.ts$/.test(file.path)) return [{ file, node: file.program }]
  if (!/^server\/(write|read)\//.test(file.path)) return []
  return namedFunctions(file).flatMap(({ name, node }) => {
    // A projection in SQL applies its batch by statements, and says so by being async.
    const isPure = pureName.test(name) && !(node.async && /\.projection\.ts$/.test(file.path))
    return isPure ? [{ file, node }] : []
  })
}

function functionsTakenUpBy({ file, node }: Place, tree: Tree): Place[] {
  const names = namesTakenUp(node)
  const here = namedFunctions(file).filter(({ name, isMember }) => names.has(name) && !isMember)
  return [...here.map((each) => placed(file, each)), ...importedFunctions(file, names, tree)]
}

/** What is called or handed on by its own name. The names of members and keys belong to other things. */
function namesTakenUp(start: Node): Set<string> {
  const names = new Set<string>()
  const notTaken = new Set<Node>()
  walk(start, (node) => {
    if (node.type === 'MemberExpression' && !node.computed) notTaken.add(node.property)
    if (node.type === 'Property' && !node.computed && !node.shorthand) notTaken.add(node.key)
    if (node.type === 'TSPropertySignature') notTaken.add(node.key)
    if (node.type === 'Identifier' && !notTaken.has(node)) names.add(node.name)
  })
  return names
}

function importedFunctions(file: SourceFile, names: Set<string>, tree: Tree): Place[] {
  return file.program.body.flatMap((node) => {
    if (node.type !== 'ImportDeclaration') return []
    const target = tree.importsOf(file.path).find(({ specifier }) => specifier === node.source.value)?.target
    const source = target === undefined ? undefined : tree.file(target)
    const wanted = new Set(node.specifiers.flatMap((each) => (names.has(each.local.name) ? [originalName(each)] : [])))
    return source ? namedFunctions(source).flatMap((each) => (wanted.has(each.name) ? [placed(source, each)] : [])) : []
  })
}

function originalName(specifier: Node): string | undefined {
  return specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier'
    ? specifier.imported.name
    : undefined
}

function placed(file: SourceFile, { node }: NamedFunction): Place {
  return { file, node }
}

function impurities({ file, node }: Place): Breach[] {
  return impuritiesBelow(node, file).map((each) => ({ file: file.path, ...each }))
}

/** A function inside another one is reached twice. */
function distinct(breaches: Breach[]): Breach[] {
  return [...new Map(breaches.map((each) => [`${each.file}:${each.line}:${each.says}`, each])).values()]
}
