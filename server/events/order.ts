import { z } from 'zod'
import type { EventDefinition, FactsOf } from './event'
import { categorySchema } from './product'
import { addressSchema, contactSchema, minorUnits } from './values'

export const orderLineSchema = z.object({
  variantId: z.uuid(),
  productId: z.uuid(),
  slug: z.string(),
  sku: z.string(),
  name: z.string(),
  label: z.string(),
  picture: z.string(),
  category: categorySchema,
  quantity: z.int().positive(),
  unitPrice: minorUnits,
  amount: minorUnits,
})
export type OrderLine = z.infer<typeof orderLineSchema>

/** `total` = lines − discount + shipping. `tax` is the part of the total that is tax. */
export const orderAmountsSchema = z.object({
  lines: minorUnits,
  discount: minorUnits,
  shipping: minorUnits,
  tax: minorUnits,
  total: minorUnits,
})
export type OrderAmounts = z.infer<typeof orderAmountsSchema>

/** How it is paid: the provider's token for a card, never its number. */
export const paymentMethodSchema = z.object({ token: z.string(), brand: z.string(), last4: z.string() })
export type PaymentMethod = z.infer<typeof paymentMethodSchema>

const orderId = z.uuid()

export const orderEvents = {
  OrderPlaced: {
    stream: 'order',
    shape: 1,
    schema: z.object({
      orderId,
      number: z.string(),
      /** Whose key seals the personal fields: the shopper, or the order itself where no shopper is known. */
      subject: z.uuid(),
      shopperId: z.uuid().nullable(),
      guest: z.boolean(),
      origin: z.enum(['shop', 'history']),
      currency: z.string(),
      country: z.string(),
      contact: contactSchema.nullable(),
      address: addressSchema.nullable(),
      paymentId: z.uuid(),
      paymentMethod: paymentMethodSchema.nullable(),
      lines: z.array(orderLineSchema),
      amounts: orderAmountsSchema,
    }),
    personal: { subject: 'subject', fields: ['contact', 'address', 'paymentMethod'] },
  },
  PaymentAuthorised: {
    stream: 'order',
    shape: 1,
    schema: z.object({ orderId, paymentId: z.uuid(), amount: minorUnits, reference: z.string() }),
  },
  PaymentDelayed: {
    stream: 'order',
    shape: 1,
    schema: z.object({ orderId, paymentId: z.uuid(), reference: z.string() }),
  },
  PaymentDeclined: {
    stream: 'order',
    shape: 1,
    schema: z.object({ orderId, paymentId: z.uuid(), reason: z.string() }),
  },
  OrderCancelled: {
    stream: 'order',
    shape: 1,
    schema: z.object({
      orderId,
      reason: z.string(),
      paymentId: z.uuid(),
      shopperId: z.uuid().nullable(),
      placedAt: z.iso.datetime(),
      /** What is let go, and leaves the sales of the day it was placed. 0 where all of it went back by refunds. */
      total: minorUnits,
      /** What goes back on the shelf, and out of the sales of the day it was placed. */
      lines: z.array(
        z.object({
          variantId: z.uuid(),
          productId: z.uuid(),
          quantity: z.int().positive(),
          amount: minorUnits,
        }),
      ),
    }),
  },
  OrderShipped: {
    stream: 'order',
    shape: 1,
    schema: z.object({ orderId, shipmentId: z.uuid(), carrier: z.string(), trackingNumber: z.string() }),
  },
  /** `orderId` is null where an imported history does not say which order the money went back for. */
  RefundIssued: {
    stream: 'order',
    shape: 1,
    schema: z.object({
      refundId: z.uuid(),
      orderId: orderId.nullable(),
      number: z.string().nullable(),
      shopperId: z.uuid().nullable(),
      paymentId: z.uuid().nullable(),
      amount: minorUnits,
      currency: z.string(),
      reason: z.string(),
    }),
  },
} satisfies Record<string, EventDefinition>

export type OrderEvent = FactsOf<typeof orderEvents>
