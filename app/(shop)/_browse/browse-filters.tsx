'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '@/app/_ui/button'
import { Checkbox } from '@/app/_ui/checkbox'
import { Select, type SelectOption } from '@/app/_ui/select-field'
import styles from './browse-filters.module.css'
import { type Browsing, browsingPath, parseBrowsing } from './browsing'

type BrowseFiltersProps = {
  path: string
  browsing: Browsing
  prices: readonly SelectOption[]
  orders: readonly SelectOption[]
}

/** Narrows and orders a list of products: at once where a script runs, by its button where none does. */
export function BrowseFilters({ path, browsing, prices, orders }: BrowseFiltersProps) {
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const [chosen, choose] = useFollowing(browsing)

  function show(form: HTMLFormElement) {
    const said = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
    const next = parseBrowsing(said)
    choose(next)
    startTransition(() => router.push(browsingPath(path, next), { scroll: false }))
  }

  return (
    <form
      action={path}
      className={styles.filters}
      aria-label="Filter and sort"
      aria-busy={isPending}
      onChange={(event) => show(event.currentTarget)}
    >
      {browsing.text && <input type="hidden" name="q" value={browsing.text} />}
      {browsing.department && <input type="hidden" name="in" value={browsing.department} />}
      <Select
        className={styles.price}
        name="price"
        aria-label="Price"
        placeholder="Any price"
        options={prices}
        {...held(chosen.price)}
      />
      <Checkbox id="in-stock" name="stock" value="1" label="In stock" {...heldChecked(chosen.inStock)} />
      <Select
        className={styles.sort}
        name="sort"
        aria-label="Sort by"
        before={<span className={styles.before}>Sort by</span>}
        options={orders}
        {...held(chosen.sort ?? orders[0]?.value ?? '')}
      />
      <div className={styles.unscripted}>
        <Button type="submit">Show</Button>
      </div>
    </form>
  )
}

/** The form's own change handler does the work; React only wants to see that somebody does. */
const held = (value: string) => ({ value, onChange: () => {} })
const heldChecked = (checked: boolean) => ({ checked, onChange: () => {} })

/** A value that may run ahead of the one that it follows, until that one changes. */
function useFollowing<Value>(followed: Value): [Value, (value: Value) => void] {
  const [{ value, seen }, set] = useState({ value: followed, seen: JSON.stringify(followed) })
  const now = JSON.stringify(followed)
  if (seen !== now) set({ value: followed, seen: now })
  return [seen === now ? value : followed, (next) => set({ value: next, seen: now })]
}
