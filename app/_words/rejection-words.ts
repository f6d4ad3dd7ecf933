import type { Rejection } from '@/server/engine/commands/command'
import type { RejectionCode } from '@/server/write/rejections'
import { accountWords } from './account-words'
import { cardWords } from './card-words'
import { cartWords } from './cart-words'
import { doorWords } from './door-words'
import { orderWords } from './order-words'
import { productWords } from './product-words'
import type { Words, WordsFor } from './words-for'

const words: WordsFor<RejectionCode> = {
  ...doorWords,
  ...cartWords,
  ...orderWords,
  ...productWords,
  ...accountWords,
  ...cardWords,
}

/** Says an expected "no" to a person: what happened, what is true now, what to do. */
export function rejectionWords(rejection: Rejection, currency: string): Words {
  // Which details belong to which code, the compiler checked where it was raised: see `refuse`.
  const say = (words as Record<string, (details: never, currency: string) => Words>)[rejection.code]
  return say?.(rejection as never, currency) ?? { title: 'The shop said no', body: `Its reason: ${rejection.code}.` }
}
