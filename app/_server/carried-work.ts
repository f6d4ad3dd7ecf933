import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import type { Entry } from '@/app/_client/journal/journal'
import { CARRIED_COOKIE } from '@/app/_client/journal/kept'
import { findCommand } from '@/server/write/registry'
import { whoIsAsking } from './actor'
import { entriesOf } from './carried-entries'

/**
 * The commands that the asking browser has issued and not been answered to, as its cookie carries them. They are shown
 * over every answer of the page, so that a reload right after a click has what was clicked in its HTML. Once a request.
 */
export const carriedWork = cache(async (): Promise<Entry[]> => {
  const value = (await cookies()).get(CARRIED_COOKIE)?.value
  if (!value) return []
  const { actor } = await whoIsAsking()
  return entriesOf(value, actor.id).filter(({ name, input }) => findCommand(name)?.input.safeParse(input).success)
})
