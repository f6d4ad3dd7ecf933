import type { WriteTx } from '@/server/engine/commands/command'
import type { OrderLine } from '@/server/events/order'

export type PastVariant = Omit<OrderLine, 'name' | 'quantity' | 'unitPrice' | 'amount'>

/** What an order line says of these variants, besides the name that the history gives them. */
export async function readPastVariants({ sql }: WriteTx, ids: string[]): Promise<Map<string, PastVariant>> {
  const rows = await sql<PastVariant[]>`
    select v.id as "variantId", p.id as "productId", p.slug, v.sku, v.label, p.picture, p.category
    from write.variants v join write.products p on p.id = v.product_id
    where v.id = any(${ids}::uuid[])`
  return new Map(rows.map((row) => [row.variantId, row]))
}
