'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { shop } from '@/server/shop'
import { requireStaff } from '../require-staff'
import type { Asked } from './actions'

const wished = z.object({
  name: z.string().min(1).max(100),
  wish: z.enum(['run', 'pause', 'cancel', 'return', 'drop']),
})

/**
 * Asks the worker to rebuild a projection, to let its rebuild rest, go on or be, or to show or throw away the rows that
 * stood before it.
 */
export async function steerRebuildByForm(_before: Asked, form: FormData): Promise<Asked> {
  await requireStaff()
  const wish = wished.parse(Object.fromEntries(form))
  const { rebuilds, log } = shop()
  try {
    await rebuilds.ask(wish)
  } catch (error) {
    log.warn({ error: String(error), ...wish }, 'what staff wished of a rebuild could not be asked for')
    return 'queue down'
  }
  revalidatePath('/admin/operations')
  return 'asked'
}
