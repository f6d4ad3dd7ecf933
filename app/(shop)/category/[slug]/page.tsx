import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { departmentPath, findDepartment } from '@/app/_catalogue/departments'
import { Breadcrumbs } from '@/app/_ui/breadcrumbs'
import { PageHead } from '@/app/_ui/page-head'
import { Stack } from '@/app/_ui/stack'
import { shop } from '@/server/shop'
import { browse } from '../../_browse/browse'
import { BrowseFilters } from '../../_browse/browse-filters'
import { canonicalPath, isFiltered, parseBrowsing, type SearchParams } from '../../_browse/browsing'
import { countOf } from '../../_browse/count-text'
import { priceBandOptions } from '../../_browse/price-band'
import { ProductResults } from '../../_browse/product-results'
import { sortOptions } from '../../_browse/sort-options'
import { EmptyDepartment } from './empty-department'

type CategoryPageProps = { params: Promise<{ slug: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params, searchParams }: CategoryPageProps): Promise<Metadata> {
  const department = findDepartment((await params).slug)
  if (!department) return { title: 'Department not found' }
  const canonical = canonicalPath(departmentPath(department.slug), parseBrowsing(await searchParams))
  return { title: department.name, description: department.lead, alternates: { canonical } }
}

export default async function CategoryPage({ params, searchParams }: CategoryPageProps) {
  const department = findDepartment((await params).slug)
  if (!department) notFound()
  const path = departmentPath(department.slug)
  const browsing = { ...parseBrowsing(await searchParams), text: '', department: undefined }
  const found = await browse(path, { ...browsing, department: department.slug })

  return (
    <Stack gap="l">
      <PageHead
        before={<Breadcrumbs items={[{ href: '/', label: 'Shop' }, { label: department.name }]} />}
        title={department.name}
        lead={found.total > 0 ? `${department.lead} ${countOf(found.total, 'thing')}.` : department.lead}
      />
      <BrowseFilters
        path={path}
        browsing={browsing}
        prices={priceBandOptions(shop().config.currency)}
        orders={sortOptions(false)}
      />
      {found.total > 0 ? (
        <ProductResults label={department.name} path={path} browsing={browsing} found={found} />
      ) : (
        <EmptyDepartment department={department} isFiltered={isFiltered(browsing)} />
      )}
    </Stack>
  )
}
