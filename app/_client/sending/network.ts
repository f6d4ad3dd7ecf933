/** Whether there is a network at all. Only a no can be relied on. */
export type Network = {
  isOnline: () => boolean
  subscribe: (onChange: () => void) => () => void
}

export const browserNetwork: Network = {
  isOnline: () => navigator.onLine,
  subscribe(onChange) {
    window.addEventListener('online', onChange)
    window.addEventListener('offline', onChange)
    return () => {
      window.removeEventListener('online', onChange)
      window.removeEventListener('offline', onChange)
    }
  },
}
