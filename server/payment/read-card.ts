import type { Card, CardRefusal } from './provider'

/** Why a card cannot be one, or can no longer be used; null when nothing speaks against it. Pure: `now` is handed in. */
export function whyNotACard({ number, expiry, cvc }: Card, now: Date): CardRefusal | null {
  const digits = digitsOf(number)
  if (!/^\d{12,19}$/.test(digits) || !passesLuhn(digits)) return 'CardNumberInvalid'
  const end = endOfMonth(expiry)
  if (!end) return 'CardExpiryInvalid'
  if (end <= now) return 'CardExpired'
  return /^\d{3,4}$/.test(cvc.trim()) ? null : 'CardCodeInvalid'
}

export const digitsOf = (number: string) => number.replace(/[\s-]/g, '')

/** The moment at which a card of `MM/YY` or `MM/YYYY` ends, UTC. */
function endOfMonth(expiry: string): Date | null {
  const match = /^\s*(0?[1-9]|1[0-2])\s*\/\s*(?:20)?(\d{2})\s*$/.exec(expiry)
  return match ? new Date(Date.UTC(2000 + Number(match[2]), Number(match[1]), 1)) : null
}

/** The check digit: from the right, every second digit doubled, its own digits added up. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
