import { randomUUID } from 'node:crypto'
import type { Authorisation, PaymentProvider } from './provider'
import { digitsOf, whyNotACard } from './read-card'

/** The cards that it knows, and what becomes of a payment with each. */
const TEST_CARDS: Record<string, { brand: string; outcome: Outcome }> = {
  '4242424242424242': { brand: 'Visa', outcome: 'approves' },
  '5555555555554444': { brand: 'Mastercard', outcome: 'approves' },
  '4000000000000002': { brand: 'Visa', outcome: 'declines' },
  '4000000000009995': { brand: 'Visa', outcome: 'lacks-funds' },
  '4000000000000259': { brand: 'Visa', outcome: 'delays' },
}
type Outcome = 'approves' | 'declines' | 'lacks-funds' | 'delays'

type Options = { now?: () => number; delayMs?: number }

/**
 * The built-in provider: moves no money, and refuses real cards. It remembers nothing; the token says what becomes of
 * a payment and the reference of a delayed one when, so it survives restarts and serves several processes.
 */
export function createTestProvider({ now = Date.now, delayMs = 4000 }: Options = {}): PaymentProvider {
  return {
    async tokenise(card) {
      const refusal = whyNotACard(card, new Date(now()))
      if (refusal) return { ok: false, code: refusal }
      const digits = digitsOf(card.number)
      const known = TEST_CARDS[digits]
      if (!known) return { ok: false, code: 'CardNotATestCard' }
      const token = `test_${known.outcome}_${card.onceFor ?? randomUUID()}`
      return { ok: true, method: { token, brand: known.brand, last4: digits.slice(-4) } }
    },
    async authorise({ paymentId, token }) {
      return outcomeOf(token, paymentId, () => now() + delayMs)
    },
    async check({ paymentId, reference }) {
      const due = Number(/^test_due_(\d+)$/.exec(reference)?.[1] ?? 0)
      return now() < due ? { status: 'delayed', reference } : authorised(paymentId)
    },
    async voidPayment() {},
    async refund() {},
  }
}

function outcomeOf(token: string, paymentId: string, due: () => number): Authorisation {
  switch (/^test_([a-z-]+)_/.exec(token)?.[1]) {
    case 'approves':
      return authorised(paymentId)
    case 'delays':
      return { status: 'delayed', reference: `test_due_${due()}` }
    case 'lacks-funds':
      return { status: 'declined', reason: 'The card does not have enough money.' }
    default:
      return { status: 'declined', reason: 'The card was declined.' }
  }
}

const authorised = (paymentId: string): Authorisation => ({ status: 'authorised', reference: `test_${paymentId}` })
