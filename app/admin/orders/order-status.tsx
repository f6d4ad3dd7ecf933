import { Status } from '@/app/_ui/status'
import type { OrderStatus as Standing } from '@/server/read/order-status'
import { orderStatusWords } from './order-status-words'

export function OrderStatus({ status }: { status: Standing }) {
  const { tone, label } = orderStatusWords[status]
  return <Status tone={tone}>{label}</Status>
}
