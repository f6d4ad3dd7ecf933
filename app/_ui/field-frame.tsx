import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './field.module.css'

/** What every field has around its control. The ids follow conform: `<id>-error`, `<id>-description`. */
export type FieldWords = {
  label: ReactNode
  /** What will help before anything is wrong. */
  hint?: ReactNode
  /** What is wrong now; nothing when the list is empty. */
  errors?: readonly string[] | undefined
  /** Says "optional" beside the label. */
  optional?: boolean | undefined
  id: string
}

/** The accessibility attributes that tie a control to its hint and its errors. */
export function fieldTies({ id, hint, errors }: Pick<FieldWords, 'id' | 'hint' | 'errors'>) {
  const wrong = Boolean(errors?.length)
  const ids = [wrong && `${id}-error`, hint && `${id}-description`].filter(Boolean).join(' ')
  return { id, 'aria-invalid': wrong || undefined, 'aria-describedby': ids || undefined }
}

/** Label above, control, then hint or error below. */
export function FieldFrame({ label, hint, errors, optional, id, children }: FieldWords & { children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {optional && <span className={styles.optional}> optional</span>}
      </label>
      {children}
      {hint && (
        <p className={styles.hint} id={`${id}-description`}>
          {hint}
        </p>
      )}
      <FieldErrors id={id} errors={errors} />
    </div>
  )
}

/** The sentences that say what is wrong with one control. */
export function FieldErrors({ id, errors }: Pick<FieldWords, 'id' | 'errors'>) {
  if (!errors?.length) return null
  return (
    <div className={styles.errors} id={`${id}-error`}>
      <CircleAlert aria-hidden="true" />
      <div>
        {errors.map((error) => (
          <p key={error}>{error}</p>
        ))}
      </div>
    </div>
  )
}
