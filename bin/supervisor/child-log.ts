import { createWriteStream, existsSync, renameSync, statSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

const largestLog = 20_000_000
const shownPerMinute = 5

/** Keeps what a child prints in a file, and shows warnings: a few a minute, because a log that floods hides them. */
export function keepLog(name: string, file: string, streams: Readable[], say: (line: string) => void): void {
  if (existsSync(file) && statSync(file).size > largestLog) renameSync(file, `${file}.1`)
  const log = createWriteStream(file, { flags: 'a' })
  const show = limit(say, `${name}: more warnings are in ${file}`)
  for (const stream of streams)
    createInterface({ input: stream }).on('line', (line) => {
      log.write(`${line}\n`)
      const warning = findWarning(line)
      if (warning) show(`${name}: ${warning}`)
    })
}

/** The message of a log line that somebody should read: a JSON line of level warn (40) or above, or a plain warning. */
export function findWarning(line: string): string | undefined {
  if (!line.startsWith('{')) return /^\s*(⚠|⨯|(\w*Error|Warning)\b)/.test(line) ? line.trim() : undefined
  const { level, msg, error, err } = parse(line)
  if (level === undefined || level < 40) return undefined
  return [msg, error ?? err?.message].filter(Boolean).join(': ')
}

type LogLine = { level?: number; msg?: string; error?: string; err?: { message?: string } }

function parse(line: string): LogLine {
  try {
    return JSON.parse(line) as LogLine
  } catch {
    return {}
  }
}

function limit(say: (line: string) => void, whenExceeded: string): (line: string) => void {
  let shown = 0
  let minute = 0
  return (line) => {
    const now = Math.floor(performance.now() / 60_000)
    if (now !== minute) shown = 0
    minute = now
    shown += 1
    if (shown <= shownPerMinute) say(line)
    if (shown === shownPerMinute + 1) say(whenExceeded)
  }
}
