import type { Trust } from '@/server/config/trusted-proxies'

/**
 * Through whom a request came, nearest last, as the header `x-forwarded-for` says it. What a sender claims is believed
 * only of a proxy of ours; anybody else is who they are.
 */
export function forwardedFor(claimed: string | undefined, remote: string | undefined, isTrusted: Trust): string {
  const sender = plain(remote ?? '')
  return claimed && isTrusted(sender) ? `${claimed}, ${sender}` : sender
}

/** An IPv4 address that came in over IPv6 is written as what it is. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')
