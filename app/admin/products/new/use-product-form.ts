'use client'

import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { z } from 'zod'
import { newId } from '@/app/_client/commands/new-id'
import { useIssue } from '@/app/_client/use-issue'
import { useShopFacts } from '@/app/shop-facts'
import type { Rejection } from '@/server/engine/commands/command'
import { useAskBeforeLeaving } from '../../_forms/use-ask-before-leaving'
import { productPath } from '../product-filter'
import { type ProductInput, productInput } from './product-input'

type Schema = ReturnType<typeof productInput>

const blank = { label: '', sku: '', price: '', stock: '' }

/**
 * The form of a new product. Whether its address and its SKUs are free, only the shop knows: so it is asked before the
 * page of the product is shown.
 */
export function useProductForm() {
  const { currency } = useShopFacts()
  const create = useCreateProduct(currency)
  const [form, fields] = useForm<z.input<Schema>, ProductInput>({
    id: 'new-product',
    defaultValue: { variants: [blank] } as never,
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: productInput(currency) }),
    onSubmit(event, { submission }) {
      event.preventDefault()
      if (submission?.status === 'success') void create.send(submission.value)
    },
  })
  useAskBeforeLeaving(form.dirty && !create.isSending)
  return { form, fields, currency, isSending: create.isSending, rejection: create.rejection }
}

function useCreateProduct(currency: string) {
  const issue = useIssue()
  const router = useRouter()
  const [isSending, setSending] = useState(false)
  const [rejection, setRejection] = useState<Rejection | null>(null)

  async function send({ variants, ...product }: ProductInput) {
    if (isSending) return
    setSending(true)
    setRejection(null)
    const productId = newId()
    const withIds = variants.map((version) => ({ variantId: newId(), ...version }))
    const input = { ...product, productId, currency, variants: withIds }
    const outcome = await issue('CreateProduct', input, { onRefused: () => 'handled' }).outcome
    if (outcome.is === 'committed') return router.push(productPath(productId))
    if (outcome.is === 'refused') setRejection(outcome.rejection)
    setSending(false)
  }

  return { send, isSending, rejection }
}
