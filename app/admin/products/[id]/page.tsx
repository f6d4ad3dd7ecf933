import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { whoIsAsking } from '@/app/_server/actor'
import { ask } from '@/app/_server/ask'
import { Columns } from '@/app/_ui/columns'
import { Link } from '@/app/_ui/link'
import { Stack } from '@/app/_ui/stack'
import { listProductHistory } from '@/server/read/product-history/product-history.query'
import { Section } from '../../_chrome/section'
import { pageOf, type SearchParams } from '../../address'
import { productHistoryPath } from '../product-filter'
import { askProduct } from './ask-product'
import { ProductHead } from './product-head'
import { ProductHistory } from './product-history'
import { ProductWords } from './product-words'
import { VariantTable } from './variant-table'

const ENTRIES_A_PAGE = 20

type ProductPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: ProductPageProps): Promise<Metadata> {
  const answer = await askProduct((await params).id)
  return { title: answer?.data?.name ?? 'Product not found' }
}

export default async function ProductPage({ params, searchParams }: ProductPageProps) {
  const initial = await askProduct((await params).id)
  if (!initial?.data) notFound()
  const { productId } = initial.data
  const asked = { productId, page: pageOf(await searchParams), pageSize: ENTRIES_A_PAGE }
  const history = await ask(listProductHistory, asked)
  return (
    <Stack gap="l">
      <ProductHead initial={initial} />
      <Columns aside={<ProductWords initial={initial} />}>
        <Stack gap="l">
          <VariantTable initial={initial} />
          <Section
            title="History"
            aside={<Link href={productHistoryPath(productId)}>Every event, before and after</Link>}
          >
            <ProductHistory
              asked={asked}
              initial={history}
              product={initial}
              readerId={(await whoIsAsking()).actor.id}
            />
          </Section>
        </Stack>
      </Columns>
    </Stack>
  )
}
