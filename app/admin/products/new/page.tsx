import type { Metadata } from 'next'
import { Breadcrumbs } from '@/app/_ui/breadcrumbs'
import { PageHead } from '@/app/_ui/page-head'
import { Stack } from '@/app/_ui/stack'
import { requireStaff } from '../../require-staff'
import { productsPath } from '../product-filter'
import { ProductForm } from './product-form'

export const metadata: Metadata = { title: 'New product' }

export default async function NewProductPage() {
  await requireStaff()
  return (
    <Stack gap="l">
      <PageHead
        before={<Breadcrumbs items={[{ href: productsPath({}), label: 'Products' }, { label: 'New product' }]} />}
        title="New product"
      />
      <ProductForm />
    </Stack>
  )
}
