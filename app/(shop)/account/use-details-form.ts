'use client'

import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { startTransition, useActionState } from 'react'
import type { z } from 'zod'
import { useOneAtATime } from '@/app/_client/use-one-at-a-time'
import { fieldWords } from '../_forms/field-words'
import type { DetailsState } from './details-state'

type Change = (before: DetailsState, form: FormData) => Promise<DetailsState>

/** A form about the account, checked here as it is checked there. */
export function useDetailsForm<Name extends string>(
  id: string,
  schema: z.ZodObject<Record<Name, z.ZodType<string, string>>>,
  change: Change,
  defaultValue?: Record<Name, string>,
) {
  const [answer, action, isPending] = useActionState(change, {})
  const { result } = answer
  const mayTry = useOneAtATime(answer)
  const [form, fields] = useForm<Record<Name, string>>({
    id,
    ...(defaultValue ? { defaultValue: defaultValue as never } : {}),
    lastResult: result ?? null,
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema, formatError: fieldWords }) as never,
    // Not by the form's own action: React empties a form once its action is done, also where it was refused.
    onSubmit(event, { formData }) {
      event.preventDefault()
      if (mayTry()) startTransition(() => action(formData))
    },
  })
  return { frame: { form, action, isPending }, fields, isRefused: result !== undefined }
}
