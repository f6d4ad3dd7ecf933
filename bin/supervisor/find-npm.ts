import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { identifyProcess, type ProcessIdentity } from '@/db/embedded/process-identity'

/** The npm that started this process: our parent, or the parent of the shell between. */
export function findNpm(): ProcessIdentity | undefined {
  if (!process.env.npm_lifecycle_event) return undefined
  const shellOrNpm = process.ppid
  return [shellOrNpm, parentOf(shellOrNpm)].filter(isNpm).map(identifyProcess)[0]
}

function isNpm(pid: number): boolean {
  return /\bnpm\b/.test(process.platform === 'linux' ? commandOnLinux(pid) : ps(pid, 'command'))
}

function parentOf(pid: number): number {
  if (process.platform !== 'linux') return Number.parseInt(ps(pid, 'ppid'), 10)
  return Number.parseInt(/PPid:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? '', 10)
}

function commandOnLinux(pid: number): string {
  return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')
}

function ps(pid: number, column: string): string {
  return spawnSync('ps', ['-p', String(pid), '-o', `${column}=`], { encoding: 'utf8' }).stdout ?? ''
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
