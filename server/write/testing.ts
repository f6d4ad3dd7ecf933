import { expect } from 'vitest'
import type { ShopActor } from '@/server/actor'
import type { Command, Decision } from '@/server/engine/commands/command'
import type { Fact } from '@/server/engine/log/event'
import type { RejectionCode, RejectionDetails } from './rejections'

/** Ids that can be told apart at a glance. */
export const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

const AT = '2026-05-04T09:30:00.000Z'
export const COMMAND_ID = idOf(999)
export const guest: ShopActor = { kind: 'guest', id: idOf(901) }
export const customer: ShopActor = { kind: 'customer', id: idOf(902) }
export const stranger: ShopActor = { kind: 'customer', id: idOf(903) }
export const staffMember: ShopActor = { kind: 'staff', id: idOf(904) }

type Expected<F extends Fact> = F extends Fact ? Omit<F, 'at'> : never

/** Given what is known, when a command comes, then it is refused, or these events are recorded. */
export function given<State>(state: State) {
  return {
    when<Input, F extends Fact, Result>(
      command: Pick<Command<Input, State, F, Result>, 'decide'>,
      input: NoInfer<Input>,
      actor: ShopActor,
    ) {
      const decision: Decision<Fact, unknown> = command.decide(state, input, { commandId: COMMAND_ID, at: AT, actor })
      return {
        thenRecords(...events: Expected<F>[]) {
          expect(decision).toEqual({ events: events.map((event) => ({ ...event, at: AT })), result: expect.anything() })
        },
        thenAnswers(result: Result) {
          expect(decision).toMatchObject({ result })
        },
        thenRefuses<Code extends RejectionCode>(code: Code, details?: RejectionDetails[Code]) {
          expect(decision).toEqual({ rejection: { code, ...details } })
        },
      }
    },
  }
}
