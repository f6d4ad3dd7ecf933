import type { ProductEvent } from '@/server/events/product'

export const PRODUCT_EVENTS = [
  'ProductCreated',
  'ProductRevised',
  'PriceChanged',
  'ProductRestocked',
  'StockCorrected',
  'ProductDiscontinued',
] as const satisfies ProductEvent['type'][]

const NAMING = ['productId', 'name', 'label']

/** What an event says beyond the product it is about, and what that was called. */
type DetailsOf<Event extends ProductEvent> = Omit<Event['data'], 'productId' | 'name' | 'label'>

/** Something that happened to a product: when, by whom, and what. */
export type ProductHistoryEntry = {
  [Type in ProductEvent['type']]: {
    position: number
    productId: string
    at: string
    actorKind: string
    actorId: string
    type: Type
    details: DetailsOf<Extract<ProductEvent, { type: Type }>>
  }
}[ProductEvent['type']]

/** Newest first. */
export type ProductHistoryView = { entries: ProductHistoryEntry[]; total: number; page: number; pageSize: number }

type RecordedProductEvent = ProductEvent & { position: number; actor: { kind: string; id: string } }

export function historyEntry(event: RecordedProductEvent): ProductHistoryEntry {
  const { position, at, type, actor } = event
  const { productId } = event.data
  const details = Object.fromEntries(Object.entries(event.data).filter(([field]) => !NAMING.includes(field)))
  return { position, productId, at, actorKind: actor.kind, actorId: actor.id, type, details } as ProductHistoryEntry
}

export function applyToProductHistory(
  view: ProductHistoryView,
  event: RecordedProductEvent,
  productId: string,
): ProductHistoryView {
  if (event.data.productId !== productId) return view
  const total = view.total + 1
  // On later pages everything moves down by one, and what moves in from the page before is not known here.
  if (view.page > 1) return { ...view, total }
  return { ...view, total, entries: [historyEntry(event), ...view.entries].slice(0, view.pageSize) }
}
