'use client'

import { useEffect } from 'react'
import { Button } from '@/app/_ui/button'
import { ButtonLink } from '@/app/_ui/button-link'
import { PageMessage } from '@/app/_ui/page-message'

const EVERY_MS = 3_000

/** Says what is true without a network, and goes on to the page that was asked for when there is one again. */
export function OfflineMessage() {
  useEffect(() => {
    const look = async () => (await isShopThere()) && location.pathname !== '/offline' && location.reload()
    const timer = setInterval(look, EVERY_MS)
    window.addEventListener('online', look)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', look)
    }
  }, [])

  return (
    <PageMessage
      title="The tide is out"
      actions={
        <>
          <Button look="primary" onClick={() => location.reload()}>
            Try again
          </Button>
          <ButtonLink href="/cart">Go to the cart</ButtonLink>
        </>
      }
    >
      There is no network, and this browser has not kept that page. Pages that you have visited open all the same, and
      what you do in the cart is kept here and goes out when the network is back.
    </PageMessage>
  )
}

/** Asks for something small that no worker keeps: a network is not all that it takes. */
function isShopThere(): Promise<boolean> {
  return fetch('/sw.js', { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
}
