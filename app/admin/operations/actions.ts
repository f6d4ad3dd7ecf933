'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { shop } from '@/server/shop'
import { requireStaff } from '../require-staff'

/** What became of the wish: it is in the queue, or that was not to be reached. */
export type Asked = 'asked' | 'queue down' | null

const place = z.object({ reader: z.string().min(1).max(100), key: z.uuid() })

/** Asks the worker to try a parked key again now. It writes the read tables; this process may not. */
export async function retryByForm(_before: Asked, form: FormData): Promise<Asked> {
  await requireStaff()
  const wanted = place.parse(Object.fromEntries(form))
  const { retries, log } = shop()
  try {
    await retries.ask(wanted)
  } catch (error) {
    log.warn({ error: String(error), ...wanted }, 'a retry could not be asked for')
    return 'queue down'
  }
  revalidatePath('/admin/operations')
  return 'asked'
}
