import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Stack } from '@/app/_ui/stack'
import { productPath } from '../../product-filter'
import { askProduct } from '../ask-product'
import { EditHead } from './edit-head'
import { ReviseForm } from './revise-form'

type EditProductPageProps = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: EditProductPageProps): Promise<Metadata> {
  const product = (await askProduct((await params).id))?.data
  return { title: product ? `Edit ${product.name}` : 'Product not found' }
}

export default async function EditProductPage({ params }: EditProductPageProps) {
  const initial = await askProduct((await params).id)
  if (!initial?.data) notFound()
  // What is no longer sold stays as it was.
  if (!initial.data.onSale) redirect(productPath(initial.data.productId))
  return (
    <Stack gap="l">
      <EditHead initial={initial} />
      <ReviseForm initial={initial} />
    </Stack>
  )
}
