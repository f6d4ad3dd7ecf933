import 'server-only'
import { cache } from 'react'
import { ask } from '@/app/_server/ask'
import { idInput } from '@/server/events/inputs'
import { findProduct } from '@/server/read/product-page/product-page.query'
import { requireStaff } from '../../require-staff'

/** Once for a page and its title. */
export const askProduct = cache(async (id: string) => {
  await requireStaff()
  const { data: productId } = idInput.safeParse(id)
  return productId ? ask(findProduct, { productId }) : null
})
