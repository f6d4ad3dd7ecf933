import type { ArrowFunctionExpression, Function as FunctionNode, Node } from 'oxc-parser'
import type { SourceFile } from './source-file'
import { walk } from './walk'

export interface NamedFunction {
  name: string
  /** Of an object or a class, so that its bare name does not lead to it. */
  isMember: boolean
  node: FunctionNode | ArrowFunctionExpression
}

/** Functions with a name, whichever way it is given: declaration, constant, property or method. */
export function namedFunctions(file: SourceFile): NamedFunction[] {
  const found: NamedFunction[] = []
  walk(file.program, (node) => {
    const [name, value] = nameAndValue(node)
    const body = unwrapped(value)
    if (name && body && isFunction(body)) found.push({ name, isMember: isMember(node), node: body })
  })
  return found
}

function isMember(node: Node): boolean {
  return node.type === 'Property' || node.type === 'MethodDefinition' || node.type === 'PropertyDefinition'
}

function nameAndValue(node: Node): [string | undefined, Node | null | undefined] {
  switch (node.type) {
    case 'FunctionDeclaration':
      return [node.id?.name, node]
    case 'VariableDeclarator':
      return [identifier(node.id), node.init]
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return [identifier(node.key), node.value]
    default:
      return [undefined, undefined]
  }
}

function identifier(node: Node): string | undefined {
  return node.type === 'Identifier' ? node.name : undefined
}

/** `(…) satisfies Decide` and `(…) as const` are still the function. */
function unwrapped(node: Node | null | undefined): Node | null | undefined {
  if (node?.type === 'TSSatisfiesExpression' || node?.type === 'TSAsExpression') return unwrapped(node.expression)
  return node?.type === 'ParenthesizedExpression' ? unwrapped(node.expression) : node
}

function isFunction(node: Node): node is FunctionNode | ArrowFunctionExpression {
  return (
    node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'
  )
}
