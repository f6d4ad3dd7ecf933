import 'server-only'
import { notFound } from 'next/navigation'
import { whoIsAsking } from '@/app/_server/actor'
import { idInput } from '@/server/events/inputs'
import type { History } from '@/server/history/history'
import { shop } from '@/server/shop'
import type { SearchParams } from '../address'
import { requireStaff } from '../require-staff'
import { type AskedMoment, parseAskedMoment } from './asked-moment'

/** The life that a page is about, up to the moment that its address asks for. What never happened is not found. */
export async function askHistory<Kind extends keyof History>(kind: Kind, key: string, params: SearchParams) {
  await requireStaff()
  const id = idInput.safeParse(key).data
  if (!id) notFound()
  const { timeZone, currency } = shop().config
  const asked: AskedMoment = parseAskedMoment(params, timeZone)
  const { actor } = await whoIsAsking()
  const life = (await shop().history[kind]({ key: id, until: asked, actor })) as Awaited<ReturnType<History[Kind]>>
  if (life.moments.length === 0) notFound()
  return { life, asked, writing: { timeZone, currency } }
}
