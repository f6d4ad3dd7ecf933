import { Status } from '@/app/_ui/status'

export function SaleStatus({ onSale }: { onSale: boolean }) {
  return onSale ? <Status tone="done">On sale</Status> : <Status>Discontinued</Status>
}
