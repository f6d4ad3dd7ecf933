import { BlockList, isIPv6 } from 'node:net'

type Trust = (address: string) => boolean

/** Whether an address is that of a proxy of ours: one of these addresses, or in one of these networks. */
export function trustIn(proxies: readonly string[]): Trust {
  const list = new BlockList()
  for (const proxy of proxies) {
    const [network = '', prefix] = proxy.split('/')
    const family = familyOf(network)
    if (prefix === undefined) list.addAddress(network, family)
    else list.addSubnet(network, Number(prefix), family)
  }
  return (address) => list.check(address, familyOf(address))
}

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

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4')
