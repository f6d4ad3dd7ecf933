import { StartRefusal } from '@/server/start-refusal'

const USAGE = `Usage: npm run import -- online-retail FILE [--check]

  FILE      the history as CSV, plain or compressed with gzip
  --check   read and plan only: says what would be imported, and needs no database`

export type ImportArguments = { file: string; isCheck: boolean }

/** Reads the command line. */
export function parseArguments(given: readonly string[]): ImportArguments {
  const isCheck = given.includes('--check')
  const [source, file, ...more] = given.filter((word) => word !== '--check')
  if (source === undefined || given.includes('--help')) throw new StartRefusal(USAGE)
  if (source !== 'online-retail') throw new StartRefusal(`There is no import called ${source}.\n\n${USAGE}`)
  if (file === undefined) throw new StartRefusal(`The file is missing.\n\n${USAGE}`)
  const unknown = [file, ...more].find((word) => word.startsWith('--')) ?? more[0]
  if (unknown !== undefined) throw new StartRefusal(`"${unknown}" is not understood.\n\n${USAGE}`)
  return { file, isCheck }
}
