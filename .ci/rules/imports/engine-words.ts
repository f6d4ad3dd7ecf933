import type { Node } from 'oxc-parser'
import type { Breach, Rule } from '../rule'
import { isTest, type SourceFile } from '../tree/source-file'
import { walk } from '../tree/walk'

const shopWord =
  /^(carts?|baskets?|checkout|products?|variants?|skus?|catalogues?|prices?|stocks?|restock|customers?|shoppers?|buyers?|merchants?|shipments?|shipping|refunds?|refunded|payments?|paid|invoices?|revenue|discounts?|currency)$/

/** Where "order" is sequence and not a purchase: SQL's and Drizzle's order by, "in order", "out of order", "lock order". */
const sequence = /\border by\b|\b(in|out of|keeps?|same|fixed|lock|log|commit|sort)( \w+)? order\b|\border of\b/g

export const engineWords: Rule = {
  name: 'engine-knows-no-shop-word',
  why: 'The engine that knows a cart cannot carry the next business, and nobody can tell what is mechanism and what is shop.',
  breaches: (tree) =>
    tree.files
      .filter(({ path }) => path.startsWith('server/engine/') && !isTest(path))
      .flatMap((file) => [...wordsInPath(file), ...wordsInCode(file)]),
}

function wordsInPath(file: SourceFile): Breach[] {
  return shopWordsIn(file.path).map((word) => ({ file: file.path, line: 1, says: `is named "${word}"` }))
}

function wordsInCode(file: SourceFile): Breach[] {
  const found: Breach[] = []
  walk(file.program, (node) => {
    for (const word of shopWordsIn(textOf(node)))
      found.push({ file: file.path, line: file.lineOf(node), says: `says "${word}"` })
  })
  return found
}

function textOf(node: Node): string {
  switch (node.type) {
    case 'Identifier':
    case 'PrivateIdentifier':
    case 'JSXIdentifier':
      return node.name
    case 'Literal':
      return typeof node.value === 'string' ? node.value : ''
    case 'TemplateElement':
      return node.value.raw
    default:
      return ''
  }
}

/** `lockOrderLines` and `lock_order_lines` are the words "lock order lines". */
function shopWordsIn(text: string): string[] {
  const words = text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z]+/g, ' ')
    .toLowerCase()
  const purchases = words.replace(sequence, ' ').match(/\borders?\b/g) ?? []
  return [...words.split(' ').filter((word) => shopWord.test(word)), ...purchases]
}
