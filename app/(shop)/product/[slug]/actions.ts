'use server'

import { redirect } from 'next/navigation'
import { productPath } from '@/app/_catalogue/departments'
import { issueByForm } from '@/app/_server/issue-by-form'
import type { PostedRefusal } from '../../_forms/posted'

export type PostedItem = PostedRefusal & { quantity: string }

/**
 * Puts an item into the cart where no script runs, and brings back the product's page, which says what is in the cart of
 * it. Where the shop says no, that page says why, and still holds what was entered.
 */
export async function addByForm(_before: PostedItem | null, form: FormData): Promise<PostedItem | null> {
  const [variantId, slug] = [form.get('variant'), form.get('slug')].map(String)
  const quantity = String(form.get('instead') ?? form.get('quantity'))
  const reply = await issueByForm(form, 'AddItemToCart', { variantId, quantity: Number(quantity) })
  if (!reply.ok) return { about: variantId ?? '', quantity, rejection: reply.rejection }
  redirect(`${productPath(encodeURIComponent(slug ?? ''))}?variant=${encodeURIComponent(variantId ?? '')}#buy`)
}
