import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { departmentPath, findDepartment, productPath } from '@/app/_catalogue/departments'
import { newId } from '@/app/_client/commands/new-id'
import { ask } from '@/app/_server/ask'
import { Breadcrumbs } from '@/app/_ui/breadcrumbs'
import { Heading } from '@/app/_ui/heading'
import { Picture } from '@/app/_ui/picture'
import { picturePath } from '@/app/_ui/picture-path'
import { Stack } from '@/app/_ui/stack'
import { StructuredData } from '@/app/_ui/structured-data'
import { tintOf } from '@/app/_ui/tint'
import { findProductPage } from '@/server/read/product-page/product-page.query'
import { shop } from '@/server/shop'
import { askOwnCart } from '../../cart/own-cart'
import { GoodToKnow } from './good-to-know'
import styles from './page.module.css'
import { productFacts } from './product-facts'
import { Purchase } from './purchase'
import { StandsBeside } from './stands-beside'

type ProductPageProps = { params: Promise<{ slug: string }>; searchParams: Promise<{ variant?: string | string[] }> }

const askProduct = cache((slug: string) => ask(findProductPage, { slug }))

export async function generateMetadata({ params }: ProductPageProps): Promise<Metadata> {
  const { data: product } = await askProduct((await params).slug)
  if (!product) return { title: 'Product not found' }
  const { slug, name, description, picture } = product
  const address = productPath(slug)
  return {
    title: name,
    description,
    alternates: { canonical: address },
    openGraph: { title: name, description, url: address, siteName: 'Tidemark', images: [picturePath(picture)] },
  }
}

export default async function ProductPage({ params, searchParams }: ProductPageProps) {
  const { slug } = await params
  const [answer, cart] = await Promise.all([askProduct(slug), askOwnCart()])
  const { variant } = await searchParams
  const product = answer.data
  if (!product) notFound()
  const { name, picture, category, description } = product
  const department = findDepartment(category)

  return (
    <Stack gap="xl">
      <StructuredData facts={productFacts(product, shop().config.shopUrl)} />
      <Stack gap="m">
        <Breadcrumbs
          items={[
            { href: '/', label: 'Shop' },
            ...(department ? [{ href: departmentPath(department.slug), label: department.name }] : []),
            { label: name },
          ]}
        />
        <article className={styles.product}>
          <Picture name={picture} tint={tintOf(category)} size="stage" eager grows={slug} />
          <div className={styles.words}>
            <Heading>{name}</Heading>
            <p className={styles.description}>{description}</p>
            <Purchase slug={slug} product={answer} cart={cart} page={newId()} variantId={variant?.toString()} />
            <GoodToKnow />
          </div>
        </article>
      </Stack>
      <StandsBeside product={product} />
    </Stack>
  )
}
