'use client'

import { useEffect } from 'react'
import { useDistrust } from './push-provider'

const ASSET = /^\/(_next\/static|pictures)\//

/** The page's own requests come first. */
const GRACE_MS = 2_500

/** Lets the service worker of this build keep what the pages that are visited need to open without a network. */
export function Offline({ build }: { build: string | null }) {
  const distrust = useDistrust()
  useEffect(() => {
    if (!build || !('serviceWorker' in navigator)) return
    const workers = navigator.serviceWorker
    const address = `/sw.js?v=${encodeURIComponent(build)}`
    let timer: ReturnType<typeof setTimeout> | undefined
    const greet = () => {
      // A worker of another build is about to give way.
      if (!workers.controller?.scriptURL.endsWith(address)) return
      workers.controller.postMessage({ kind: 'hello' })
      clearTimeout(timer)
      timer = setTimeout(() => workers.controller?.postMessage(whatIsHere()), GRACE_MS)
    }
    const hear = ({ data }: MessageEvent<{ kind: string }>) => data.kind === 'copy' && distrust()
    workers.addEventListener('message', hear)
    workers.addEventListener('controllerchange', greet)
    workers.startMessages()
    greet()
    workers.register(address, { updateViaCache: 'none' }).catch(() => {})
    return () => {
      clearTimeout(timer)
      workers.removeEventListener('message', hear)
      workers.removeEventListener('controllerchange', greet)
    }
  }, [build, distrust])
  return null
}

/** Which page this is, and what was loaded for it before there was a worker to see it. */
function whatIsHere() {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  const assets = loaded.filter(({ origin, pathname }) => origin === location.origin && ASSET.test(pathname))
  return { kind: 'prepare', page: location.href.replace(/#.*/, ''), assets: [...new Set(assets.map(String))] }
}
