'use client'

import { useEffect } from 'react'

const QUESTION = 'Leave this page? What you typed is not saved.'

/** Asks before a page is left on which something was typed that would be lost: by a link, a reload, a closed tab. */
export function useAskBeforeLeaving(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return
    const stopListening = new AbortController()
    const { signal } = stopListening
    addEventListener('beforeunload', (event) => event.preventDefault(), { signal })
    // Before the links themselves hear of it.
    document.addEventListener(
      'click',
      (event) => {
        if (!leads(event)) return
        // Where the link is no link of the app, the browser would ask once more.
        if (confirm(QUESTION)) return stopListening.abort()
        event.preventDefault()
        event.stopPropagation()
      },
      { signal, capture: true },
    )
    return () => stopListening.abort()
  }, [isUnsaved])
}

/** Whether the click takes this tab to another page. */
function leads({ target, button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  const link = target instanceof Element ? target.closest('a') : null
  if (!link || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return false
  return (
    !link.hasAttribute('download') &&
    (link.target === '' || link.target === '_self') &&
    withoutHash(link.href) !== withoutHash(location.href)
  )
}

function withoutHash(address: string): string {
  return address.replace(/#.*/, '')
}
