'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_ui/button'
import { retryByForm } from '../actions'
import styles from './parked-keys.module.css'

type RetryButtonProps = { reader: string; parkedKey: string }

/** Works before the script is there, and without one. */
export function RetryButton({ reader, parkedKey }: RetryButtonProps) {
  const [asked, retry, isPending] = useActionState(retryByForm, null)
  return (
    <form action={retry} className={styles.act}>
      <input type="hidden" name="reader" value={reader} />
      <input type="hidden" name="key" value={parkedKey} />
      <Button type="submit" look="quiet" small pending={isPending} pendingLabel="Asking…">
        Try again now
      </Button>
      <span className={styles.second} role="status">
        {asked === 'asked' && 'The worker was asked.'}
        {asked === 'queue down' && 'The queue could not be reached.'}
      </span>
    </form>
  )
}
