'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { idInput } from '@/server/events/inputs'
import { shop } from '@/server/shop'
import { requireStaff } from '../require-staff'

/** What became of the wish: it is in the queue, or that was not to be reached, or there is nothing to wish for. */
export type Asked = 'asked' | 'queue down' | 'gone' | null

const reader = z.string().min(1).max(100)
const place = z.object({ reader, key: idInput })
const anewPlace = z.object({ reader, part: z.string().min(1).max(200) })
const job = z.object({ queue: reader, job: z.string().min(1).max(200) })

/** Asks the worker to try a parked key again now. It writes the read tables; this process may not. */
export async function retryByForm(_before: Asked, form: FormData): Promise<Asked> {
  await requireStaff()
  const wanted = place.parse(Object.fromEntries(form))
  return ask(wanted, () => shop().retries.ask(wanted).then(isDone))
}

/** Asks the worker to make the rows of a part anew from the log. */
export async function healByForm(_before: Asked, form: FormData): Promise<Asked> {
  await requireStaff()
  const wanted = anewPlace.parse(Object.fromEntries(form))
  return ask(wanted, () => shop().retries.askAnew(wanted).then(isDone))
}

/** Lets a job run now that failed, or that waits for its time. */
export async function runJobByForm(_before: Asked, form: FormData): Promise<Asked> {
  await requireStaff()
  const wanted = job.parse(Object.fromEntries(form))
  return ask(wanted, () => shop().queues.runNow(wanted.queue, wanted.job))
}

async function ask(wanted: object, act: () => Promise<boolean>): Promise<Asked> {
  try {
    if (!(await act())) return 'gone'
  } catch (error) {
    shop().log.warn({ error: String(error), ...wanted }, 'what staff wished for could not be asked for')
    return 'queue down'
  }
  revalidatePath('/admin/operations')
  return 'asked'
}

const isDone = () => true
