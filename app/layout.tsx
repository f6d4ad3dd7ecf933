import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { CONTENT_END } from '@/app/_ui/content-end'
import { sans, serif } from '@/app/_ui/fonts'
import { parseTheme, THEME_COOKIE } from '@/app/_ui/theme'
import { shop } from '@/server/shop'
import { whoIsAsking } from './_server/actor'
import { buildId } from './_server/build-id'
import { carriedWork } from './_server/carried-work'
import { issueOwnCommands } from './_server/issue-own-commands'
import { Consistency } from './consistency'
import { ShopFactsProvider } from './shop-facts'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  // The shop's address is known when it runs, not when it is built.
  await connection()
  return {
    metadataBase: new URL(shop().config.shopUrl),
    title: { default: 'Tidemark, a general store by the sea', template: '%s · Tidemark' },
    description: 'Good things for outdoors, the kitchen, the garden and the house, from a general store by the sea.',
    applicationName: 'Tidemark',
    formatDetection: { telephone: false, email: false, address: false },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
}

/**
 * The theme is read from its cookie here, so that the first byte of HTML already has it: no flash, and no inline script
 * that the content security policy would have to let through. What keeps own work stands here too, above shop and
 * admin, so that going from one to the other loses nothing.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value)
  const { actor } = await whoIsAsking()
  const { currency, timeZone } = shop().config
  return (
    <html
      lang="en-GB"
      data-theme={theme}
      // For the service worker: whose page this is. Staff's is not kept.
      data-keep-for={actor.kind === 'staff' ? '' : actor.id}
      className={`${sans.variable} ${serif.variable}`}
    >
      {/* Painted in one piece: what stands at the right would move when the rest of its words comes. */}
      <link rel="expect" href={`#${CONTENT_END}`} blocking="render" />
      <body>
        <Consistency actorId={actor.id} send={issueOwnCommands} carried={await carriedWork()} build={buildId()}>
          <ShopFactsProvider currency={currency} timeZone={timeZone}>
            {children}
          </ShopFactsProvider>
        </Consistency>
      </body>
    </html>
  )
}
