'use server'

import { redirect } from 'next/navigation'
import { issueByForm } from '@/app/_server/issue-by-form'
import type { PostedRefusal } from '../_forms/posted'

/**
 * What a line's form asks for where no script runs: another quantity, typed or by a button, or to take the item out.
 * Answers only where the shop says no; else the cart comes back with the change.
 */
export async function changeLine(_before: PostedRefusal | null, form: FormData): Promise<PostedRefusal | null> {
  const variantId = form.get('variantId')
  const reply = form.has('remove')
    ? await issueByForm(form, 'RemoveItemFromCart', { variantId })
    : await issueByForm(form, 'ChangeItemQuantity', { variantId, quantity: quantityOf(form) })
  if (!reply.ok) return { about: String(variantId), rejection: reply.rejection }
  redirect('/cart')
}

function quantityOf(form: FormData): number {
  return Number(form.get('instead') ?? form.get('quantity'))
}
