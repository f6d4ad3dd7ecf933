import { BlockList, isIPv6 } from 'node:net'

export type Trust = (address: string) => boolean

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

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4')
