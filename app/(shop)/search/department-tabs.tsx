import { DEPARTMENTS, type DepartmentSlug } from '@/app/_catalogue/departments'
import { TabLinks } from '@/app/_ui/tab-links'
import type { ProductSearchView } from '@/server/read/product-listing/product-search.view'
import { type Browsing, browsingPath } from '../_browse/browsing'

type DepartmentTabsProps = { path: string; browsing: Browsing; facets: ProductSearchView['facets']; total: number }

/** Where the results lie: all of them, or those of one department. */
export function DepartmentTabs({ path, browsing, facets, total }: DepartmentTabsProps) {
  const countIn = (slug: DepartmentSlug) => facets.find(({ category }) => category === slug)?.count ?? 0
  const tab = (department: DepartmentSlug | undefined, label: string, count: number) => ({
    href: browsingPath(path, { ...browsing, department, page: 1 }),
    label,
    count,
    current: browsing.department === department,
  })
  const there = DEPARTMENTS.filter(({ slug }) => countIn(slug) > 0 || slug === browsing.department)
  return (
    <TabLinks
      label="Departments of the results"
      items={[tab(undefined, 'All', total), ...there.map(({ slug, name }) => tab(slug, name, countIn(slug)))]}
    />
  )
}
