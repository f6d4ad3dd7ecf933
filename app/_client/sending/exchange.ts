import type { Reply } from '@/server/engine/commands/dispatch'
import { type Entry, isOpen, receive } from '../journal/journal'
import type { OwnCookies } from '../journal/own-cookies'
import type { OwnWork } from '../journal/own-work'

/**
 * The door for commands: answers them in their order, right after their commits, as far as it got. `null` where it is
 * somebody else by now who asks.
 */
export type Send = (actorId: string, batch: { id: string; name: string; input: unknown }[]) => Promise<Reply[] | null>

export type ExchangeOptions = {
  actorId: string
  work: OwnWork
  send: Send
  cookies: Pick<OwnCookies, 'addToken'>
  onReply: (entry: Entry, reply: Reply) => void
  /** The session is another person's. Nothing was carried out. */
  onStranger: () => void
}

/** `answered`: all of it. `silent`: nobody knows how far it got. Else the command that the server could not get past. */
export type Exchanged = 'answered' | 'silent' | { stuckAt: Entry }

/** One call: commands go out, and what became of them is taken in, whenever the answer comes. It never fails. */
export function createExchange({ actorId, work, send, cookies, onReply, onStranger }: ExchangeOptions) {
  function take(batch: readonly Entry[], replies: readonly Reply[]): void {
    let journal = work.journal
    const news = batch.flatMap((entry, index) => {
      const reply = replies[index]
      if (!reply || !journal.some((one) => one.id === entry.id && isOpen(one))) return []
      if (reply.token) cookies.addToken(reply.token)
      journal = receive(journal, entry.id, reply)
      return [{ entry, reply }]
    })
    work.change(journal)
    for (const { entry, reply } of news) onReply(entry, reply)
  }

  return async (batch: readonly Entry[]): Promise<Exchanged> => {
    const commands = batch.map(({ id, name, input }) => ({ id, name, input }))
    const replies = await send(actorId, commands).catch(() => undefined)
    if (replies === null) onStranger()
    if (!Array.isArray(replies)) return 'silent'
    take(batch, replies)
    const stuckAt = batch[replies.length]
    return stuckAt ? { stuckAt } : 'answered'
  }
}
