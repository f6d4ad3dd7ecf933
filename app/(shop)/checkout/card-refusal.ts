import { cardWords } from '@/app/_words/card-words'

type CardRefusal = keyof typeof cardWords
export type CardField = 'number' | 'expiry' | 'cvc'
/** Why there is no token for a card: what is wrong with it, or that nobody answered. */
export type TokenRefusal = CardRefusal | 'Unreachable'

const FIELDS: Record<CardRefusal, CardField> = {
  CardNumberInvalid: 'number',
  CardNotATestCard: 'number',
  CardExpiryInvalid: 'expiry',
  CardExpired: 'expiry',
  CardCodeInvalid: 'cvc',
}

/** The field that a refusal is about; none where it is about no field. */
export function refusedField(refusal: TokenRefusal | undefined): CardField | undefined {
  return refusal && refusal !== 'Unreachable' ? FIELDS[refusal] : undefined
}

/** What stands at the field, where the refusal is about it. */
export function cardErrors(refusal: TokenRefusal | undefined, field: CardField): string[] | undefined {
  if (!refusal || refusal === 'Unreachable' || FIELDS[refusal] !== field) return undefined
  const { title, body } = cardWords[refusal]({}, '')
  return [`${title}. ${body}`]
}
