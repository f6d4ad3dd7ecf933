/** The accounts of the demo shop, as its seed makes them. */
export const DEMO_ACCOUNTS = [
  { who: 'A shopper', email: 'shopper@tidemark.example', password: 'low-water-mark' },
  { who: 'The merchant', email: 'merchant@tidemark.example', password: 'high-water-mark' },
] as const
