'use client'

import NextLink from 'next/link'
import { type ComponentProps, useState } from 'react'

/**
 * A link whose page is fetched when somebody is about to follow it: the pointer is on it, a finger, or the focus. Next
 * would fetch for every link in sight, which for pages that are made for one person costs the server twenty requests a
 * page and brings nothing.
 */
export function Link({ onPointerEnter, onTouchStart, onFocus, ...rest }: ComponentProps<typeof NextLink>) {
  const [isLikely, setLikely] = useState(false)
  return (
    <NextLink
      {...rest}
      prefetch={isLikely}
      onPointerEnter={(event) => {
        setLikely(true)
        onPointerEnter?.(event)
      }}
      onTouchStart={(event) => {
        setLikely(true)
        onTouchStart?.(event)
      }}
      onFocus={(event) => {
        setLikely(true)
        onFocus?.(event)
      }}
    />
  )
}
