import { Status } from '@/app/_ui/status'
import type { OrderStatus as Standing } from '@/server/read/order-status'
import { orderStatusWords, paidBackWords } from './order-status-words'

type OrderStatusProps = { status: Standing; isPaidBack: boolean }

export function OrderStatus({ status, isPaidBack }: OrderStatusProps) {
  const { tone, label } = isPaidBack ? paidBackWords : orderStatusWords[status]
  return <Status tone={tone}>{label}</Status>
}
