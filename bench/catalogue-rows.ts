import { v7 } from 'uuid'
import type { Sql } from '@/server/engine/database/postgres'

export type BenchVariant = { productId: string; variantId: string; unitPrice: number }

/** Products with one variant each and stock that never ends, straight into tables and log: a world, not a part measured. */
export async function insertCatalogue(sql: Sql, count: number): Promise<BenchVariant[]> {
  const variants = Array.from({ length: count }, (_, index) => ({
    productId: v7(),
    variantId: v7(),
    unitPrice: 500 + index * 10,
  }))
  const list = sql.json(variants)
  await sql`
    insert into write.products (id, slug, name, description, category, picture, status, created_at)
    select (v->>'productId')::uuid, 'product-' || n, 'Product ' || n, 'A product to be measured.', 'gear', 'wrench',
      'on-sale', now()
    from jsonb_array_elements(${list}) with ordinality as list(v, n)`
  await sql`
    insert into write.variants (id, product_id, sku, label, ordinal)
    select (v->>'variantId')::uuid, (v->>'productId')::uuid, 'SKU-' || n, '', 0
    from jsonb_array_elements(${list}) with ordinality as list(v, n)`
  await sql`
    insert into write.prices (variant_id, amount, currency, reason, valid_from)
    select (v->>'variantId')::uuid, (v->>'unitPrice')::bigint, 'GBP', 'First price', now()
    from jsonb_array_elements(${list}) as list(v)`
  await sql`
    insert into write.stock (variant_id, on_hand)
    select (v->>'variantId')::uuid, 1000000000 from jsonb_array_elements(${list}) as list(v)`
  await sql`
    insert into write.event (stream, key, type, shape, data, at, actor_kind, actor_id, command_id)
    select 'product', p.id, 'ProductCreated', 1, jsonb_build_object('productId', p.id, 'slug', p.slug, 'name', p.name,
        'description', p.description, 'category', p.category, 'picture', p.picture, 'currency', 'GBP', 'onSale', true,
        'variants', jsonb_build_array(jsonb_build_object('variantId', v.id, 'sku', v.sku, 'label', v.label,
          'price', r.amount, 'stock', s.on_hand))),
      now(), 'system', p.id, p.id
    from write.products p
    join write.variants v on v.product_id = p.id
    join write.prices r on r.variant_id = v.id
    join write.stock s on s.variant_id = v.id`
  return variants
}

export type FilledCart = { shopperId: string; lines: { variantId: string; quantity: number; unitPrice: number }[] }

/** Carts of two different products each. */
export async function insertCarts(sql: Sql, variants: readonly BenchVariant[], count: number): Promise<FilledCart[]> {
  const pick = (index: number) => {
    const variant = variants[index % variants.length]
    if (!variant) throw new Error('There are no variants.')
    return { variantId: variant.variantId, quantity: 1 + (index % 2), unitPrice: variant.unitPrice }
  }
  const carts = Array.from({ length: count }, (_, index) => ({
    shopperId: v7(),
    lines: [pick(index * 7), pick(index * 7 + 1 + (index % 50))],
  }))
  for (let start = 0; start < count; start += 5000) {
    const list = sql.json(carts.slice(start, start + 5000))
    await sql`
      insert into write.carts (id, updated_at) select (c->>'shopperId')::uuid, now() from jsonb_array_elements(${list}) c`
    await sql`
      insert into write.cart_lines (cart_id, variant_id, quantity, unit_price, added_at)
      select (c->>'shopperId')::uuid, (l->>'variantId')::uuid, (l->>'quantity')::int, (l->>'unitPrice')::bigint, now()
      from jsonb_array_elements(${list}) c, jsonb_array_elements(c->'lines') l`
  }
  return carts
}
