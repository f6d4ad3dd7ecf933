import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'

/** What an action answers to a page with a script: load that page anew, for another person is asking now. */
export type Leaving = { goTo: string }

/**
 * Sends the browser to a page as a whole, so that nothing of one person's work is left when another begins. A browser
 * without a script is redirected, which is the same to it; Next's own redirect would keep the page alive.
 */
export async function leaveFor(path: string): Promise<Leaving> {
  const isScripted = (await headers()).has('next-action')
  if (!isScripted) redirect(path)
  return { goTo: path }
}
