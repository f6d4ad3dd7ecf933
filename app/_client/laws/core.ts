import { mayPass } from '../commands/optimistic-command'
import { forget, issue, type Journal, markLost, markSent, merge, nextBatch, receive } from '../journal/journal'
import { readKept, writeKept } from '../journal/kept'
import { judge } from '../views/cover'
import { visible } from '../views/visible'

/** The pure core as the laws try it, and the promises of what stands around it. A broken variant replaces one part. */
export const core = {
  issue,
  nextBatch,
  markSent,
  markLost,
  receive,
  forget,
  merge,
  judge,
  visible,
  mayPass,
  readKept,
  writeKept,
  /** Under which name one person's work stands on the disk. */
  home: (actorId: string): string => actorId,
  /** What of the open entries goes into the cookie: few, so that there is always something that does not fit. */
  carried: (open: Journal): Journal => open.slice(0, 2),
  /** What became of which commands the server is asked with every question. */
  namesOpen: true,
  /** Whether what another tab tells goes through the gate. */
  judgesOthers: true,
  /** Whether the door asks whose work it is given. */
  asksWhose: true,
}

export type Core = typeof core
