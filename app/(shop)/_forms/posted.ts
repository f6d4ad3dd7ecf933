import { rejectionWords } from '@/app/_words/rejection-words'
import type { Words } from '@/app/_words/words-for'
import type { Rejection } from '@/server/engine/commands/command'
import { MOST_OF_ONE_ITEM } from '@/server/events/inputs'

/** What the shop said no to when a form was posted, and which item it was about. */
export type PostedRefusal = { about: string; rejection: Rejection }

/** The words for it on a form whose one field is a quantity. */
export function quantityWords(rejection: Rejection, currency: string): Words {
  if (rejection.code !== 'InvalidInput') return rejectionWords(rejection, currency)
  return { title: 'That is not a quantity', body: `Enter a whole number from 1 to ${MOST_OF_ONE_ITEM}.` }
}
