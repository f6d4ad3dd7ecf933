/** Where an order stands, as every list and page calls it. */
export type OrderStatus = 'awaiting-payment' | 'paid' | 'shipped' | 'cancelled'
