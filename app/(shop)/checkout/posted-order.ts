import type { SubmissionResult } from '@conform-to/react'
import type { Rejection } from '@/server/engine/commands/command'
import type { TokenRefusal } from './card-refusal'

/** Why no order came of a form that was posted: what is wrong with a field, with the card, or with what was ordered. */
export type PostedOrder = {
  result?: SubmissionResult<string[]>
  cardRefusal?: TokenRefusal
  rejection?: Rejection
}
