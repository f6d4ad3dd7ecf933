import type { Metadata } from 'next'
import { PageHead } from '@/app/_ui/page-head'
import { Stack } from '@/app/_ui/stack'
import { shop } from '@/server/shop'
import { browse } from '../_browse/browse'
import { BrowseFilters } from '../_browse/browse-filters'
import { type Browsing, parseBrowsing, type SearchParams } from '../_browse/browsing'
import { countOf } from '../_browse/count-text'
import { priceBandOptions } from '../_browse/price-band'
import { ProductResults } from '../_browse/product-results'
import { sortOptions } from '../_browse/sort-options'
import { DepartmentTabs } from './department-tabs'
import { NothingFound } from './nothing-found'

const PATH = '/search'

type SearchPageProps = { searchParams: Promise<SearchParams> }

export async function generateMetadata({ searchParams }: SearchPageProps): Promise<Metadata> {
  return { title: titleOf(parseBrowsing(await searchParams)), robots: { index: false } }
}

export default async function SearchPage({ searchParams }: SearchPageProps) {
  const browsing = parseBrowsing(await searchParams)
  const found = await browse(PATH, browsing)
  const everywhere = found.facets.reduce((sum, { count }) => sum + count, 0)
  if (everywhere === 0) return <NothingFound path={PATH} browsing={browsing} title={titleOf(browsing)} />

  return (
    <Stack gap="l">
      <PageHead title={titleOf(browsing)} lead={`${countOf(found.total, 'thing')} found.`} />
      <Stack>
        <DepartmentTabs path={PATH} browsing={browsing} facets={found.facets} total={everywhere} />
        <BrowseFilters
          path={PATH}
          browsing={browsing}
          prices={priceBandOptions(shop().config.currency)}
          orders={sortOptions(browsing.text !== '')}
        />
      </Stack>
      <ProductResults label="Results" path={PATH} browsing={browsing} found={found} />
    </Stack>
  )
}

function titleOf({ text }: Browsing): string {
  return text ? `“${text}”` : 'Everything'
}
