import type { Rejection } from '@/server/engine/commands/command'
import { foldSku } from '@/server/events/inputs'

/** What the shop said of the address, as long as it stands there. */
export function takenSlug(rejection: Rejection | null, slug: string | undefined): string[] | undefined {
  const isTaken = rejection?.code === 'SlugTaken' && rejection.slug === slug
  return isTaken ? ['Another product has this address.'] : undefined
}

/** The same of a SKU, however it is written. */
export function takenSku(rejection: Rejection | null, sku = ''): string[] | undefined {
  const taken = rejection?.code === 'SkuTaken' ? (rejection.skus as string[]) : []
  return taken.some((one) => foldSku(one) === foldSku(sku)) ? ['Another version has this SKU.'] : undefined
}
