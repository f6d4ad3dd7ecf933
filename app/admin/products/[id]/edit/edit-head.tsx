'use client'

import { Breadcrumbs } from '@/app/_ui/breadcrumbs'
import { PageHead } from '@/app/_ui/page-head'
import { productPath, productsPath } from '../../product-filter'
import { type ProductAnswer, useProduct } from '../use-product'

export function EditHead({ initial }: { initial: ProductAnswer }) {
  const { productId, name, slug } = useProduct(initial)
  const trail = [
    { href: productsPath({}), label: 'Products' },
    { href: productPath(productId), label: name },
    { label: 'Edit' },
  ]
  return (
    <PageHead
      before={<Breadcrumbs items={trail} />}
      title={`Edit ${name}`}
      lead={`The address of its page stays /product/${slug}, so that links to it live.`}
    />
  )
}
