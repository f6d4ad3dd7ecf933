import { type Comment, type Program, parseSync, type Span } from 'oxc-parser'

/** One parsed script of ours. */
export interface SourceFile {
  path: string
  program: Program
  comments: Comment[]
  /** `use client` or `use server` at the head of the file. */
  directives: string[]
  lineOf(node: Span): number
}

export function parseFile(path: string, text: string): SourceFile {
  const { program, comments, errors } = parseSync(path, text)
  const broken = errors.find((error) => error.severity === 'Error')
  // A file that cannot be read would keep every rule: better to stop than to pass it.
  if (broken) throw new Error(`${path} cannot be parsed: ${broken.message}`)
  return {
    path,
    program,
    comments,
    directives: program.body.flatMap((node) => ('directive' in node && node.directive ? [node.directive] : [])),
    lineOf: (node) => text.slice(0, node.start).split('\n').length,
  }
}

/** Tests may reach across every border: they set up the world that they look at. */
export function isTest(path: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(path)
}
