import { defineOptimistic } from '@/app/_client/commands/optimistic-command'
import { orderPatches } from '@/app/_order/order-patches'

type Input = { orderId: string; shipmentId: string; carrier: string; trackingNumber: string }

export const shipOrder = defineOptimistic<Input>({
  command: 'ShipOrder',
  entity: ({ orderId }) => orderId,
  patches: orderPatches((shipment, { at }) => [{ type: 'OrderShipped', key: shipment.orderId, at, data: shipment }]),
  refetches: ['listActivity'],
})
