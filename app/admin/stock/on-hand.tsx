import { Status } from '@/app/_ui/status'

/** How many can be sold. None needs a person. */
export function OnHand({ count }: { count: number }) {
  return count > 0 ? count.toLocaleString('en-GB') : <Status tone="attention">Sold out</Status>
}
