'use server'

import { redirect } from 'next/navigation'
import { productPath } from '@/app/_catalogue/departments'
import { issueByForm } from '@/app/_server/issue-by-form'
import { safePath } from '@/app/_session/safe-path'

/**
 * Puts one of a product into the cart where no script runs, and brings the list back. Where the shop says no, the
 * product's own page comes: it says how many there are, and how many of them are in the cart.
 */
export async function addFromTile(form: FormData): Promise<void> {
  const [variantId, slug] = [form.get('variant'), form.get('slug')].map(String)
  const reply = await issueByForm(form, 'AddItemToCart', { variantId, quantity: 1 })
  redirect(reply.ok ? safePath(form.get('from')) : productPath(encodeURIComponent(slug ?? '')))
}
