'use client'

import { productPath as pageInShop } from '@/app/_catalogue/departments'
import { Breadcrumbs } from '@/app/_ui/breadcrumbs'
import { ButtonLink } from '@/app/_ui/button-link'
import { PageHead } from '@/app/_ui/page-head'
import { isOfHistory } from '@/server/events/product'
import { categoryName } from '../category-words'
import { DiscontinueButton } from '../discontinue-button'
import { productEditPath, productsPath } from '../product-filter'
import { SaleStatus } from '../sale-status'
import { type ProductAnswer, useProduct } from './use-product'

/** Which product, whether it is sold, and what can be done about that. */
export function ProductHead({ initial }: { initial: ProductAnswer }) {
  const product = useProduct(initial)
  const { productId, name, slug, category, onSale } = product
  return (
    <PageHead
      before={<Breadcrumbs items={[{ href: productsPath({}), label: 'Products' }, { label: name }]} />}
      title={name}
      aside={<SaleStatus onSale={onSale} />}
      lead={categoryName(category)}
      actions={
        <>
          {onSale && <ButtonLink href={productEditPath(productId)}>Edit</ButtonLink>}
          {onSale && <DiscontinueButton product={product} />}
          {!isOfHistory(category) && <ButtonLink href={pageInShop(slug)}>See it in the shop</ButtonLink>}
        </>
      }
    />
  )
}
