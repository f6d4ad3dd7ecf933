import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { ask } from '@/app/_server/ask'
import { notPastTheLast } from '@/app/_server/last-page'
import { ButtonLink } from '@/app/_ui/button-link'
import { PageHead } from '@/app/_ui/page-head'
import { Stack } from '@/app/_ui/stack'
import { listProducts } from '@/server/read/product-listing/list-products.query'
import type { SearchParams } from '../address'
import { requireStaff } from '../require-staff'
import { parseProductFilter, productsPath } from './product-filter'
import { ProductFilters } from './product-filters'
import { ProductResults } from './product-results'
import { ProductTabs } from './product-tabs'

export const metadata: Metadata = { title: 'Products' }

export default async function ProductsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireStaff()
  const filter = parseProductFilter(await searchParams)
  const products = await ask(listProducts, filter)
  notPastTheLast(products.data, (page) => productsPath({ ...filter, page }))
  return (
    <Stack gap="l">
      <Stack>
        <PageHead
          title="Products"
          actions={
            <ButtonLink href="/admin/products/new" look="primary" icon={<Plus aria-hidden="true" />}>
              New product
            </ButtonLink>
          }
        />
        <ProductTabs filter={filter} />
        <ProductFilters filter={filter} />
      </Stack>
      <ProductResults initial={products} filter={filter} />
    </Stack>
  )
}
