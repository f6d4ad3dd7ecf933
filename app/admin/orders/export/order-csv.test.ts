import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { applyToOrderHistory, type OrderHistoryView, placedOrder } from '@/server/read/order-history/order-history.view'
import { authorised, placed, refunded } from '@/server/read/testing'
import { orderCsvHead, orderCsvLine } from './order-csv'

const order = placedOrder(placed())
const read = (row: OrderHistoryView) => parse(orderCsvHead + orderCsvLine(row), { bom: true, columns: true })[0]

test('an order is a line of plain figures', () => {
  expect(read(order)).toEqual({
    Order: 'TM-1',
    'Placed at (UTC)': order.placedAt,
    Status: 'Awaiting payment',
    Customer: 'Ada Byron',
    'E-mail': 'ada@example.org',
    Items: '1',
    Currency: 'GBP',
    Total: '45.00',
    Refunded: '0.00',
  })
  expect(order.placedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
})

test('an order says what became of it, and a customer who is forgotten nothing', () => {
  const paidBack = [authorised(1), refunded(1, 4500)].reduce(applyToOrderHistory, order) ?? expect.unreachable()
  expect(read({ ...paidBack, customerName: null, customerEmail: null })).toMatchObject({
    Status: 'Paid back',
    Refunded: '45.00',
    Customer: '',
    'E-mail': '',
  })
})

test('a currency without small coins has none here', () => {
  expect(read({ ...order, currency: 'JPY' })).toMatchObject({ Total: '4500' })
})

test('a name that would calculate is a name', () => {
  expect(read({ ...order, customerName: '=1+1' })).toMatchObject({ Customer: "'=1+1" })
})
