'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useTransition } from 'react'
import { Button } from '@/app/_ui/button'
import { addressWith } from '../address'
import styles from './filter-form.module.css'

type FilterFormProps = {
  label: string
  path: string
  /** What the address says now, by the names of the fields. */
  values: Readonly<Record<string, string>>
  /** What the form has no field for and keeps. */
  kept?: Readonly<Record<string, string | undefined>>
  children: ReactNode
}

const PAUSE_MS = 300

/**
 * Narrows a list, and the address with it. Where a script runs, what is chosen counts at once and what is typed after a
 * pause; where none does, its button sends it.
 */
export function FilterForm({ label, path, values, kept = {}, children }: FilterFormProps) {
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const form = useRef<HTMLFormElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const said = JSON.stringify(values)
  // Back and forward change the address without the form; what is being typed is ahead of it.
  useEffect(() => {
    if (!timer.current) fill(form.current, JSON.parse(said))
  }, [said])
  useEffect(() => () => clearTimeout(timer.current), [])

  function show() {
    clearTimeout(timer.current)
    timer.current = undefined
    if (!form.current) return
    const entered = [...new FormData(form.current)].map(([name, value]) => [name, String(value).trim()])
    const next = addressWith(path, Object.fromEntries(entered))
    startTransition(() => router.replace(next, { scroll: false }))
  }

  return (
    <form
      ref={form}
      action={path}
      className={styles.form}
      aria-label={label}
      aria-busy={isPending}
      onChange={(event) => {
        clearTimeout(timer.current)
        timer.current = setTimeout(show, isTyped(event.target) ? PAUSE_MS : 0)
      }}
      onSubmit={(event) => {
        event.preventDefault()
        show()
      }}
    >
      {Object.entries(kept).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
      <div className={styles.unscripted}>
        <Button type="submit">Show</Button>
      </div>
    </form>
  )
}

function isTyped(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && ['text', 'search', 'date'].includes(target.type)
}

function fill(form: HTMLFormElement | null, values: Record<string, string>): void {
  for (const field of form?.elements ?? []) {
    const isField = field instanceof HTMLInputElement || field instanceof HTMLSelectElement
    if (isField && field !== document.activeElement) field.value = values[field.name] ?? field.value
  }
}
