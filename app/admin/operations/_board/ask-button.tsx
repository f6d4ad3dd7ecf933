'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_ui/button'
import type { Asked } from '../actions'
import styles from './parked-keys.module.css'

type AskButtonProps = {
  act: (before: Asked, form: FormData) => Promise<Asked>
  /** What is asked for, as fields of the form. */
  fields: Readonly<Record<string, string>>
  label: string
  /** What is said when it was asked for. */
  asked: string
}

/** Asks the worker for something. Works before the script is there, and without one. */
export function AskButton({ act, fields, label, asked }: AskButtonProps) {
  const [answer, ask, isPending] = useActionState(act, null)
  return (
    <form action={ask} className={styles.act}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" look="quiet" small pending={isPending} pendingLabel="Asking…">
        {label}
      </Button>
      <span className={styles.second} role="status">
        {answer === 'asked' && asked}
        {answer === 'queue down' && 'The queue could not be reached.'}
        {answer === 'gone' && 'It is no longer there.'}
      </span>
    </form>
  )
}
