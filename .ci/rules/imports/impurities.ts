import type { Node } from 'oxc-parser'
import type { SourceFile } from '../tree/source-file'
import { walk } from '../tree/walk'

export interface Impurity {
  line: number
  says: string
}

/** Globals whose every use asks the world, and single members of the harmless ones. */
const worldly = new Set(['performance', 'crypto', 'process', 'globalThis', 'fetch', 'setTimeout', 'setInterval'])
const worldlyMembers = new Set(['Date.now', 'Math.random'])
const worldlyPackage = /^(node:.*|uuid)$/

/** Where code below this node takes something that was not handed in, or waits. */
export function impuritiesBelow(start: Node, file: SourceFile): Impurity[] {
  const imported = worldlyImports(file)
  const found: Impurity[] = []
  walk(start, (node) => {
    const says = impurity(node, imported)
    if (says) found.push({ line: file.lineOf(node), says })
  })
  return found
}

function impurity(node: Node, imported: Set<string>): string | undefined {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return node.async ? 'is async' : undefined
    case 'AwaitExpression':
      return 'awaits'
    case 'NewExpression':
      return isNamed(node.callee, 'Date') && node.arguments.length === 0 ? 'reads the clock by new Date()' : undefined
    case 'CallExpression':
      return isNamed(node.callee, 'Date') ? 'reads the clock by Date()' : undefined
    case 'MemberExpression':
      return worldlyMember(node.object, node.property)
    case 'Identifier':
      return worldly.has(node.name) || imported.has(node.name) ? `uses ${node.name}` : undefined
    default:
      return undefined
  }
}

function worldlyMember(object: Node, property: Node): string | undefined {
  if (object.type !== 'Identifier' || property.type !== 'Identifier') return undefined
  const name = `${object.name}.${property.name}`
  return worldlyMembers.has(name) ? `uses ${name}` : undefined
}

function isNamed(node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name
}

function worldlyImports(file: SourceFile): Set<string> {
  const declarations = file.program.body.flatMap((node) => (node.type === 'ImportDeclaration' ? [node] : []))
  return new Set(
    declarations
      .filter(({ source, importKind }) => importKind !== 'type' && worldlyPackage.test(source.value))
      .flatMap(({ specifiers }) => specifiers.map(({ local }) => local.name)),
  )
}
