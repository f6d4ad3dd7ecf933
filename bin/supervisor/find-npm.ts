import { commandOf, identifyProcess, type ProcessIdentity, parentOf } from '@/db/embedded/process-identity'

/** The npm that started this process: our parent, or the parent of the shell between. */
export function findNpm(): ProcessIdentity | undefined {
  if (!process.env.npm_lifecycle_event) return undefined
  const npm = [process.ppid, parentOf(process.ppid)].find((pid) => /\bnpm\b/.test(commandOf(pid)))
  return npm === undefined ? undefined : identifyProcess(npm)
}
