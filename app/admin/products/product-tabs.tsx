import { TabLinks } from '@/app/_ui/tab-links'
import type { ProductListFilter } from '@/server/read/product-listing/product-list.view'
import { productsPath } from './product-filter'

export function ProductTabs({ filter }: { filter: ProductListFilter }) {
  const tab = (label: string, onSale?: boolean) => ({
    href: productsPath({ ...filter, onSale, page: 1 }),
    label,
    current: filter.onSale === onSale,
  })
  return <TabLinks label="Products by sale" items={[tab('All'), tab('On sale', true), tab('Discontinued', false)]} />
}
