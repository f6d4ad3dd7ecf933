import type { Refusal } from '@/app/_client/outcomes'

/** Whether the cart's page says it at the line itself. */
export function isAboutLine({ name, input }: Refusal, variantId?: string): boolean {
  if (name !== 'ChangeItemQuantity') return false
  return variantId === undefined || (input as { variantId: string }).variantId === variantId
}
