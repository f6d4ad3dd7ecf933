import type { Comment, Node } from 'oxc-parser'
import type { Breach, Rule } from '../rule'
import { isTest, type SourceFile } from '../tree/source-file'
import { walk } from '../tree/walk'

export const noCasts: Rule = {
  name: 'no-any-casts',
  why: 'A cast to any closes no door: it takes the wall out.',
  breaches: ({ files }) => files.flatMap((file) => nodesOf(file, isAnyCast, 'casts to any')),
}

export const noSilencedCompiler: Rule = {
  name: 'no-silenced-compiler',
  why: 'What the compiler says is answered, or expected by name with @ts-expect-error, which fails when it is no longer true.',
  breaches: ({ files }) =>
    files.flatMap((file) =>
      file.comments
        .filter(silences)
        .map((comment) => ({ file: file.path, line: file.lineOf(comment), says: 'silences the compiler' })),
    ),
}

export const noLeftOutTests: Rule = {
  name: 'no-tests-left-out',
  why: 'A test that does not run is a promise that nobody keeps, and `only` leaves out all the others.',
  breaches: ({ files }) =>
    files.filter(({ path }) => isTest(path)).flatMap((file) => nodesOf(file, leavesOut, 'leaves tests out')),
}

function nodesOf(file: SourceFile, isBreach: (node: Node) => boolean, says: string): Breach[] {
  const found: Breach[] = []
  walk(file.program, (node) => {
    if (isBreach(node)) found.push({ file: file.path, line: file.lineOf(node), says })
  })
  return found
}

function isAnyCast(node: Node): boolean {
  const isCast = node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion'
  return isCast && node.typeAnnotation.type === 'TSAnyKeyword'
}

function silences({ value }: Comment): boolean {
  return /^[\s/*]*@ts-(ignore|nocheck)\b/.test(value)
}

const testCall = /^(test|it|describe|suite)$/
const leavingOut = /^(only|skip|todo|fixme)$/

/** `test.only(…)`, `describe.serial.skip(…)`, `it.only.each(…)`. */
function leavesOut(node: Node): boolean {
  if (node.type !== 'MemberExpression' || node.property.type !== 'Identifier') return false
  return leavingOut.test(node.property.name) && testCall.test(rootOf(node.object))
}

function rootOf(node: Node): string {
  if (node.type === 'MemberExpression') return rootOf(node.object)
  return node.type === 'Identifier' ? node.name : ''
}
