/** The cards that the built-in payment provider knows, and what becomes of a payment with each. */
export const TEST_CARDS = [
  { number: '4242 4242 4242 4242', outcome: 'Goes through' },
  { number: '5555 5555 5555 4444', outcome: 'Goes through, as a Mastercard' },
  { number: '4000 0000 0000 0259', outcome: 'Goes through after a few seconds' },
  { number: '4000 0000 0000 0002', outcome: 'Is declined' },
  { number: '4000 0000 0000 9995', outcome: 'Is declined: not enough money' },
] as const

/** An expiry that lies ahead of `now`, as it stands on a card. */
export function expiryAfter(now: Date): string {
  return `12/${String((now.getFullYear() + 2) % 100).padStart(2, '0')}`
}

export const ANY_CODE = '123'
