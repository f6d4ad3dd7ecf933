'use client'

import { type FormMetadata, getFormProps } from '@conform-to/react'
import type { ReactNode } from 'react'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { Stack } from '@/app/_ui/stack'

type DetailsFormProps = {
  form: FormMetadata
  action: (form: FormData) => void
  submit: string
  isPending: boolean
  children: ReactNode
}

/** The frame of a form about the account. */
export function DetailsForm({ form, action, submit, isPending, children }: DetailsFormProps) {
  return (
    <form {...getFormProps(form)} action={action}>
      <Stack>
        {form.errors?.map((error) => (
          <Notice key={error} tone="refusal">
            {error}
          </Notice>
        ))}
        {children}
        <div>
          <Button type="submit" look="primary" pending={isPending}>
            {submit}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
