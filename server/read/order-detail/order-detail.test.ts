import { describe, expect, it } from 'vitest'
import {
  ada,
  authorised,
  bea,
  cancelled,
  declined,
  delayed,
  merchant,
  orderIdOf,
  placed,
  recorded,
  refunded,
  shipped,
} from '../testing'
import { findOrder } from './order-detail.query'
import { applyToOrderDetail } from './order-detail.view'

const orderAfter = (...events: Parameters<typeof applyToOrderDetail>[1][]) => events.reduce(applyToOrderDetail, null)

describe('an order’s page', () => {
  it('shows the card’s last digits and never its token', () => {
    const order = orderAfter(placed())
    expect(order?.payment).toMatchObject({ status: 'pending', brand: 'Visa', last4: '4242' })
    expect(JSON.stringify(order)).not.toContain('test_approves')
  })

  it('tells payment, shipment and refunds with their times', () => {
    const order = orderAfter(placed(), authorised(1), shipped(1, '2026-05-05T08:00:00.000Z'), refunded(1, 500))
    expect(order).toMatchObject({
      status: 'shipped',
      payment: { status: 'authorised' },
      shipments: [{ trackingNumber: 'GP1', shippedAt: '2026-05-05T08:00:00.000Z' }],
      refunds: [{ amount: 500, reason: 'Broken glass' }],
    })
  })

  it('keeps the payment of an order that ended when all of it was paid back', () => {
    expect(orderAfter(placed(), authorised(1), refunded(1, 4500), cancelled(placed(), undefined, 0))).toMatchObject({
      status: 'cancelled',
      payment: { status: 'authorised' },
      refunds: [{ amount: 4500 }],
      cancellation: { reason: 'Changed my mind' },
    })
  })

  it('tells why an order ended', () => {
    expect(orderAfter(placed(), declined(1), cancelled(placed()))).toMatchObject({
      status: 'cancelled',
      payment: { status: 'declined', reason: 'Not enough money' },
      cancellation: { reason: 'Changed my mind' },
    })
    expect(orderAfter(placed(), delayed(1), cancelled(placed()))).toMatchObject({ payment: { status: 'voided' } })
  })
})

describe('an order that the table does not hold yet', () => {
  const ask = (actor: typeof ada, event = placed()) =>
    findOrder.apply(null, recorded(event), { orderId: orderIdOf(1) }, actor)

  it('is there for whoever placed it, and for staff', () => {
    expect(ask(ada)).toMatchObject({ number: 'TM-1' })
    expect(ask(merchant)).toMatchObject({ number: 'TM-1' })
  })

  it('does not exist for others, and another order is not it', () => {
    expect(ask(bea)).toBeNull()
    expect(ask(ada, placed(2))).toBeNull()
  })

  it('stays unknown to others when more happens to it', () => {
    expect(findOrder.apply(null, recorded(shipped(1)), { orderId: orderIdOf(1) }, bea)).toBeNull()
  })
})
