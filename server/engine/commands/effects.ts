import { sentTogether } from '../database/sent-together'
import type { Fact } from '../log/event'
import type { WriteTx } from './command'

type Effect<F extends Fact> = ((tx: WriteTx, event: F) => Promise<unknown>) & { ofAll?: OfAll<F> }
type OfAll<F extends Fact> = (tx: WriteTx, events: readonly F[]) => Promise<unknown>

/**
 * How each type of event changes the normalised tables: the only way they change. The effects of one command's events
 * go out together, in the order of the events, so an effect whose statements wait for each other must not lie before
 * another one on the same rows.
 */
export type Effects = Record<string, Effect<Fact>>

/** The effects of one union of facts, each with its own type: a noun's file exports one, the registry joins them. */
export type EffectsOf<F extends Fact> = { [Type in F['type']]: Effect<Extract<F, { type: Type }>> }

/** An effect whose statement takes events of several keys as well as one. */
export function setBased<F extends Fact>(ofAll: OfAll<F>): Effect<F> {
  return Object.assign((tx: WriteTx, event: F) => ofAll(tx, [event]), { ofAll })
}

/**
 * Sends the effects of what was decided. Every command's events keep their order; those that stand at the same place and
 * are of one type, of several commands, go in one statement where their effect can.
 */
export function applyEffects(tx: WriteTx, effects: Effects, decided: readonly (readonly Fact[])[]): Promise<unknown> {
  const longest = Math.max(...decided.map((events) => events.length))
  const places = Array.from({ length: longest }, (_, place) => decided.flatMap((events) => events[place] ?? []))
  return sentTogether(
    places.flatMap((events) => [...byType(events)].flatMap(([type, all]) => send(tx, effects, type, all))),
  )
}

function send(tx: WriteTx, effects: Effects, type: string, events: readonly Fact[]): Promise<unknown>[] {
  const effect = effects[type]
  if (!effect) throw new Error(`Nothing says how ${type} changes the tables: add its effect to the registry.`)
  return effect.ofAll && events.length > 1 ? [effect.ofAll(tx, events)] : events.map((event) => effect(tx, event))
}

function byType(events: readonly Fact[]): Map<string, Fact[]> {
  const found = new Map<string, Fact[]>()
  for (const event of events) found.set(event.type, [...(found.get(event.type) ?? []), event])
  return found
}
