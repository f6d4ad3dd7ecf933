import { type FormMetadata, getFormProps } from '@conform-to/react'
import type { ReactNode } from 'react'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import styles from './account-form.module.css'

type AccountFormProps = {
  form: FormMetadata
  action: (formData: FormData) => void
  /** Where to go on afterwards, where the form leads into an account. */
  next?: string
  submit: string
  /** It is on its way, or the next page is. */
  isPending: boolean
  children: ReactNode
}

/** The frame of signing in, signing up, and setting a password anew. */
export function AccountForm({ form, action, next, submit, isPending, children }: AccountFormProps) {
  return (
    <form {...getFormProps(form)} action={action} className={styles.form}>
      {next !== undefined && <input type="hidden" name="next" value={next} />}
      {form.errors?.map((error) => (
        <Notice key={error} tone="refusal">
          {error}
        </Notice>
      ))}
      {children}
      <Button type="submit" look="primary" wide pending={isPending}>
        {submit}
      </Button>
    </form>
  )
}
