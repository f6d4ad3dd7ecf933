import type { Reply } from '@/server/engine/commands/dispatch'
import type { Answer } from '@/server/engine/log/mark'
import type { Entry, Journal } from '../journal/journal'
import type { Core } from './core'
import type { Request, SimulatedServer } from './simulated-server'

export type Call = {
  from: object
  batch: readonly Entry[]
  actorId: string
  replies: readonly Reply[] | null | undefined
}
export type Asked = { view: string; request: Request; answer: Answer<unknown> | null }

/** What all tabs of a browser share beside its disk: cookies, the turn to send, and a channel for answers. */
export type Shared = {
  tokens: string[]
  open: string[]
  /** `isWhole`: whoever wrote it had heard of everything that the other tabs had written. */
  carried: { whose: string; entries: Journal; isWhole: boolean }
  /** Whose session it is. */
  session: string
  /** The tab whose turn it is to send, where tabs take turns. */
  turn: object | null
  takesTurns: boolean
  /** A clock that all tabs read, and that never shows the same time twice. */
  now: () => number
  tell: (from: object, view: string, answer: Answer<unknown>) => void
}

export const pick = <One>(from: readonly One[], nth: number): One | undefined => from[nth % Math.max(1, from.length)]
export const remove = <One>(from: One[], one: One): number => from.splice(from.indexOf(one), 1).length

/**
 * The server carries a call out; it may fall over in the middle, and then answers nothing. It ends at what it cannot get
 * past, and carries nothing out for somebody else.
 */
export function handle(
  call: Call,
  server: SimulatedServer,
  { session }: Shared,
  core: Core,
  crashesAfter: number,
): void {
  if (core.asksWhose && call.actorId !== session) {
    call.replies = null
    return
  }
  const replies: Reply[] = []
  for (const { id, input } of call.batch.slice(0, crashesAfter)) {
    const reply = server.dispatch(id, (input as { isRefused: boolean }).isRefused, session)
    if (!reply) break
    replies.push(reply)
  }
  if (crashesAfter >= call.batch.length) call.replies = replies
}
