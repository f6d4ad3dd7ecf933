'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { SearchBox } from '@/app/_ui/search-box'

/** The search of every page. On the page of the results it holds the words that found them. */
export function HeaderSearch() {
  const isResults = usePathname() === '/search'
  const text = useSearchParams().get('q')
  const words = (isResults && text) || ''
  return (
    <SearchBox
      key={words}
      action="/search"
      label="Search the shop"
      placeholder="Kettle, wool, something for rain"
      defaultValue={words}
    />
  )
}
