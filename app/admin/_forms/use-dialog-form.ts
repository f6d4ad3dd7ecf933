'use client'

import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import { useCloseDialog } from '@/app/_ui/dialog-button'

/**
 * A form in a `DialogButton`: what was typed is checked against the schema; what is right is done, and the dialog closes
 * at once, for the page shows it already.
 */
export function useDialogForm<Schema extends z.ZodObject>(
  schema: Schema,
  act: (value: z.output<Schema>) => void,
  defaultValue?: Record<string, string>,
) {
  const close = useCloseDialog()
  return useForm<z.input<Schema>, z.output<Schema>>({
    defaultValue: defaultValue as never,
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    onSubmit(event, { submission }) {
      event.preventDefault()
      if (submission?.status !== 'success') return
      act(submission.value)
      close()
    },
  })
}
