/** The accounts of the demo shop. Everybody may know them, so they exist only where the data is a demo's. */
export const DEMO_ACCOUNTS = {
  merchant: { name: 'Morwenna Tide', email: 'merchant@tidemark.example', password: 'high-water-mark', role: 'staff' },
  shopper: {
    name: 'Ada Merriweather',
    email: 'shopper@tidemark.example',
    password: 'low-water-mark',
    role: 'customer',
  },
} as const
