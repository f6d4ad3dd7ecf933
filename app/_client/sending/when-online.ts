import { browserNetwork, type Network } from './network'

/** Resolves with true as soon as there is a network, and with false when nobody waits for it any longer. */
export function whenOnline(signal?: AbortSignal, network: Network = browserNetwork): Promise<boolean> {
  if (signal?.aborted) return Promise.resolve(false)
  if (network.isOnline()) return Promise.resolve(true)
  return new Promise((resolve) => {
    const settle = (isOnline: boolean) => {
      stop()
      signal?.removeEventListener('abort', giveUp)
      resolve(isOnline)
    }
    const giveUp = () => settle(false)
    const stop = network.subscribe(() => network.isOnline() && settle(true))
    signal?.addEventListener('abort', giveUp)
  })
}
