import { type FormMetadata, getFormProps } from '@conform-to/react'
import type { ReactNode } from 'react'
import { Notice } from '@/app/_ui/notice'
import { SubmitButton } from '@/app/_ui/submit-button'
import styles from './account-form.module.css'

type AccountFormProps = {
  form: FormMetadata
  action: (formData: FormData) => void
  /** Where to go on afterwards. */
  next: string
  submit: string
  /** Its work is done, and the next page is loading. */
  isLeaving: boolean
  children: ReactNode
}

/** The frame of signing in and signing up. */
export function AccountForm({ form, action, next, submit, isLeaving, children }: AccountFormProps) {
  return (
    <form {...getFormProps(form)} action={action} className={styles.form}>
      <input type="hidden" name="next" value={next} />
      {form.errors?.map((error) => (
        <Notice key={error} tone="refusal">
          {error}
        </Notice>
      ))}
      {children}
      <SubmitButton wide pending={isLeaving || undefined}>
        {submit}
      </SubmitButton>
    </form>
  )
}
