import type { Node } from 'oxc-parser'
import type { SourceFile } from './source-file'
import { walk } from './walk'

/** One `import`, `export … from`, `import()`, `require()` or `tsImport()` as it is written. */
export interface WrittenImport {
  specifier: string
  /** Gone after compilation, so it carries no code to the importer. */
  typeOnly: boolean
  line: number
}

export function writtenImports(file: SourceFile): WrittenImport[] {
  const found: WrittenImport[] = []
  walk(file.program, (node) => {
    const source = sourceOf(node)
    if (source?.type !== 'Literal' || typeof source.value !== 'string') return
    found.push({ specifier: source.value, typeOnly: isTypeOnly(node), line: file.lineOf(source) })
  })
  return found
}

/** Functions that load what their first argument names; `tsImport` is how plain Node starts our TypeScript. */
const loading = new Set(['require', 'tsImport'])

function sourceOf(node: Node): Node | null | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return node.source
    case 'CallExpression':
      return node.callee.type === 'Identifier' && loading.has(node.callee.name) ? node.arguments[0] : undefined
    default:
      return undefined
  }
}

function isTypeOnly(node: Node): boolean {
  switch (node.type) {
    case 'TSImportType':
      return true
    case 'ImportDeclaration':
      return node.importKind === 'type' || everySpecifierIsType(node.specifiers)
    case 'ExportNamedDeclaration':
      return node.exportKind === 'type' || everySpecifierIsType(node.specifiers)
    case 'ExportAllDeclaration':
      return node.exportKind === 'type'
    default:
      return false
  }
}

function everySpecifierIsType(specifiers: Node[]): boolean {
  const kinds = specifiers.map((each) =>
    'importKind' in each ? each.importKind : 'exportKind' in each ? each.exportKind : 'value',
  )
  return kinds.length > 0 && kinds.every((kind) => kind === 'type')
}
