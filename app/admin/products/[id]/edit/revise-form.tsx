'use client'

import { getFormProps } from '@conform-to/react'
import { Button } from '@/app/_ui/button'
import { ButtonLink } from '@/app/_ui/button-link'
import { Columns } from '@/app/_ui/columns'
import { Facts } from '@/app/_ui/facts'
import { Notice } from '@/app/_ui/notice'
import { Stack } from '@/app/_ui/stack'
import { rejectionWords } from '@/app/_words/rejection-words'
import type { Rejection } from '@/server/engine/commands/command'
import { ProductPreview } from '../../_form/product-preview'
import { WordsFields } from '../../_form/words-fields'
import { productPath } from '../../product-filter'
import { wordFacts } from '../../word-facts'
import { type ProductAnswer, useProduct } from '../use-product'
import { nowIn, useReviseForm } from './use-revise-form'

/** What the shop says and shows of a product, to be changed. */
export function ReviseForm({ initial }: { initial: ProductAnswer }) {
  const product = useProduct(initial)
  const { productId, currency, variants } = product
  const { form, fields, isSending, rejection } = useReviseForm(product)
  return (
    <form {...getFormProps(form)}>
      <Columns
        aside={<ProductPreview fields={fields} prices={variants.map(({ price }) => price)} currency={currency} />}
      >
        <Stack gap="l">
          <WordsFields fields={fields} />
          {rejection && <Refused rejection={rejection} currency={currency} />}
          <Stack row gap="s">
            <Button type="submit" look="primary" pending={isSending} pendingLabel="Saving…">
              Save changes
            </Button>
            <ButtonLink href={productPath(productId)} look="plain">
              Cancel
            </ButtonLink>
          </Stack>
        </Stack>
      </Columns>
    </form>
  )
}

/** Why it was not saved; where somebody else was quicker, what they wrote. */
function Refused({ rejection, currency }: { rejection: Rejection; currency: string }) {
  const { title, body } = rejectionWords(rejection, currency)
  const now = wordFacts(nowIn(rejection))
  return (
    <Notice tone="refusal" title={title}>
      <p>{body}</p>
      {now.length > 0 && <Facts items={now} />}
    </Notice>
  )
}
