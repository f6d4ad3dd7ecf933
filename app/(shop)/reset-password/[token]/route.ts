import { cookies } from 'next/headers'
import { RESET_LIFE_S } from '@/server/password-resets'
import { shop } from '@/server/shop'
import { RESET_COOKIE, RESET_PATH } from '../reset-cookie'

type ResetRoute = { params: Promise<{ token: string }> }

/**
 * Where the link of a letter leads: takes the token out of the address before there is a page that could be kept, that
 * could name its address to others, or stay open on a screen. It is not used up: mail programs look where links lead.
 */
export async function GET(_request: Request, { params }: ResetRoute): Promise<Response> {
  const { token } = await params
  const secure = shop().config.publicUrl?.startsWith('https:') ?? false
  const options = { httpOnly: true, sameSite: 'lax', secure, path: RESET_PATH, maxAge: RESET_LIFE_S } as const
  const jar = await cookies()
  jar.set(RESET_COOKIE, token, options)
  return new Response(null, { status: 303, headers: { location: RESET_PATH, 'cache-control': 'no-store' } })
}
