import { trustIn } from '@/server/config/trusted-proxies'

/** Who sent a request, by the chain of senders that this process has written: the last of them that is no proxy of ours. */
export function senderOf(chain: string, proxies: readonly string[]): string {
  const isOurs = trustIn(proxies)
  const senders = chain.split(',').map((sender) => sender.trim())
  return senders.findLast((sender) => !isOurs(sender)) ?? ''
}
