'use client'

import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { z } from 'zod'
import { useIssue } from '@/app/_client/use-issue'
import type { Rejection } from '@/server/engine/commands/command'
import { PRODUCT_WORDS, type ProductWords } from '@/server/events/product'
import type { ProductPageView } from '@/server/read/product-page/product-page.view'
import type { RejectionDetails } from '@/server/write/rejections'
import { useAskBeforeLeaving } from '../../../_forms/use-ask-before-leaving'
import { wordsInput } from '../../_form/words-input'
import { productPath } from '../../product-filter'
import { reviseProduct } from '../../revise-product.optimistic'

/**
 * The form that changes a product's words. Whether somebody else was quicker, only the shop knows: so it is asked before
 * the page is left, and what was typed stays where it says no.
 */
export function useReviseForm({ productId, name, description, category, picture }: ProductPageView) {
  // As the form was opened: what comes in meanwhile is not what was read.
  const [opened] = useState<ProductWords>({ name, description, category, picture })
  const revise = useRevise(productId, opened)
  const [form, fields] = useForm<z.input<typeof wordsInput>, z.output<typeof wordsInput>>({
    id: 'revise-product',
    defaultValue: opened as never,
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: wordsInput }),
    onSubmit(event, { submission }) {
      event.preventDefault()
      if (submission?.status === 'success') void revise.send(submission.value)
    },
  })
  useAskBeforeLeaving(form.dirty && !revise.isSending)
  return { form, fields, isSending: revise.isSending, rejection: revise.rejection }
}

function useRevise(productId: string, opened: ProductWords) {
  const issue = useIssue()
  const router = useRouter()
  const [isSending, setSending] = useState(false)
  const [rejection, setRejection] = useState<Rejection | null>(null)
  const [seen, setSeen] = useState(opened)

  async function send(typed: ProductWords) {
    if (isSending) return
    setSending(true)
    setRejection(null)
    const changed = PRODUCT_WORDS.filter((word) => typed[word] !== seen[word])
    const input = { productId, from: only(seen, changed), to: only(typed, changed) }
    const outcome = await issue(reviseProduct, input, { onRefused: () => 'handled' }).outcome
    if (outcome.is === 'committed') return router.push(productPath(productId))
    if (outcome.is === 'refused') {
      setRejection(outcome.rejection)
      setSeen({ ...seen, ...nowIn(outcome.rejection) })
    }
    setSending(false)
  }

  return { send, isSending, rejection }
}

/** What others made of the product meanwhile: shown with the refusal, it is what was seen when it is sent again. */
export function nowIn(rejection: Rejection): Partial<ProductWords> {
  return rejection.code === 'ProductHasChanged' ? (rejection as never as RejectionDetails['ProductHasChanged']).now : {}
}

function only(words: ProductWords, wanted: readonly (keyof ProductWords)[]): Partial<ProductWords> {
  return Object.fromEntries(wanted.map((word) => [word, words[word]]))
}
