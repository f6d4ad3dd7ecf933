import type { MetadataRoute } from 'next'
import { shop } from '@/server/shop'

/** The shop's address is known when it runs, not when it is built. */
export const dynamic = 'force-dynamic'

/** What is of one person, of staff, or a question without end, is nothing to be found by. */
const CLOSED = ['/admin', '/cart', '/checkout', '/account', '/orders', '/search', '/sign-in', '/sign-up', '/api/']

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: CLOSED },
    sitemap: new URL('/sitemap.xml', shop().config.shopUrl).href,
  }
}
