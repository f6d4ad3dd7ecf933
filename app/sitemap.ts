import type { MetadataRoute } from 'next'
import { listProductAddresses } from '@/server/read/product-page/list-product-addresses.query'
import { shop } from '@/server/shop'
import { DEPARTMENTS, departmentPath, productPath } from './_catalogue/departments'
import { ask } from './_server/ask'

/** What is on sale is known when the shop runs, not when it is built. */
export const dynamic = 'force-dynamic'

/** More are not read of one file. What is left out are the oldest products, to which the departments lead. */
const MOST_ADDRESSES = 50_000

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const doors = ['/', ...DEPARTMENTS.map(({ slug }) => departmentPath(slug))]
  const { data: products } = await ask(listProductAddresses, { limit: MOST_ADDRESSES - doors.length })
  const paths = [...doors, ...products.map(({ slug }) => productPath(slug))]
  return paths.map((path) => ({ url: new URL(path, shop().config.shopUrl).href }))
}
