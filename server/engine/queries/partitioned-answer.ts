import type { Sql } from '../database/postgres'
import type { Standing } from '../log/checkpoint'
import type { Actor, EventDefinitions, Fact, Recorded } from '../log/event'
import { readTail } from '../log/log'
import { type Answer, sees } from '../log/mark'
import { formatToken, type Token } from '../log/token'
import { readerOfKey } from '../projections/partitions'
import type { Query } from './query'

type Asked<Input> = { input: Input; actor: Actor; tokens: readonly Token[] }

/**
 * Makes an answer from partitions that stand at different places exact: what the asker did is in it whole or not at all.
 * The mark says what all of them contain. What of the asker's own work only some do is named beside it, and what his
 * tokens ask for or is there in part is folded in.
 */
export async function foldPartitions<Input, Data, F extends Fact>(
  { log, definitions }: { log: Sql; definitions: EventDefinitions },
  query: Query<Input, Data, F>,
  { input, actor, tokens }: Asked<Input>,
  answer: Answer<Data>,
  { checkpoints }: Standing,
): Promise<Answer<Data>> {
  const own = { tokens, actorId: actor.id, isWhole: true }
  const tail = await readTail(log, definitions, own, [answer.mark, ...(answer.mark.others ?? [])])
  const events = tail.filter(({ type }) => query.handles.includes(type as F['type']))
  const isThere = (event: Recorded) => {
    const place = readerOfKey(checkpoints, event.key)
    return place !== undefined && sees(place, event)
  }
  const begun = new Set(events.filter(isThere).map(({ commandId }) => commandId))
  const newest = Math.max(0, ...tokens.map(({ position }) => position))
  const folded = events.filter((event) => !isThere(event) && (event.position <= newest || begun.has(event.commandId)))
  const { epoch } = answer.mark
  const inIt = tail.filter(({ commandId, position }) => position <= newest || begun.has(commandId))
  if (inIt.length === 0) return answer
  return {
    ...answer,
    data: folded.reduce((data, event) => query.apply(data, event as never, input, actor), answer.data),
    folded: Object.fromEntries(inIt.map((event) => [event.commandId, formatToken({ epoch, ...event })])),
  }
}
