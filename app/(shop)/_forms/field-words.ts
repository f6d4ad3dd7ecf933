/** As much of a zod issue as can be put into words. */
type Issue = {
  code?: string | undefined
  path: readonly PropertyKey[]
  maximum?: unknown
  minimum?: unknown
  message: string
}

/** What to say where nothing was entered, by the last part of the field's name. */
const MISSING: Record<string, string> = {
  name: 'Enter a name.',
  email: 'Enter an e-mail address.',
  password: 'Enter a password.',
  current: 'Enter the password that you have.',
  line1: 'Enter the first line: street and number, or house.',
  city: 'Enter a town or city.',
  postcode: 'Enter a postcode.',
  country: 'Choose a country.',
  number: 'Enter the number on the card.',
  expiry: 'Enter month and year.',
  cvc: 'Enter the code.',
}

/** The sentences beside a field for what a schema found wrong with it. */
export function fieldWords(issues: readonly Issue[]): string[] {
  return [...new Set(issues.map(sentence))]
}

function sentence({ code, path, maximum, minimum, message }: Issue): string {
  const field = String(path.at(-1))
  if (code === 'invalid_type' || (code === 'too_small' && minimum === 1)) return MISSING[field] ?? 'Fill this in.'
  if (code === 'invalid_format' && field === 'email')
    return 'This is no e-mail address: it should look like ada@example.com.'
  if (code === 'too_big') return `At most ${maximum} characters fit here.`
  if (code === 'too_small') return `At least ${minimum} characters, please.`
  return message
}
