'use client'

import { getFormProps, getInputProps } from '@conform-to/react'
import { useRef } from 'react'
import { Button } from '@/app/_ui/button'
import { ButtonLink } from '@/app/_ui/button-link'
import { Columns } from '@/app/_ui/columns'
import { DefaultButton } from '@/app/_ui/default-button'
import { Field } from '@/app/_ui/field'
import { parseMoney } from '@/app/_ui/money-input'
import { Notice } from '@/app/_ui/notice'
import { Stack } from '@/app/_ui/stack'
import { rejectionWords } from '@/app/_words/rejection-words'
import { ProductPreview } from '../_form/product-preview'
import { WordsFields } from '../_form/words-fields'
import { productsPath } from '../product-filter'
import { slugOf } from './slug'
import { takenSlug } from './taken'
import { useProductForm } from './use-product-form'
import { VersionFields } from './version-fields'

export function ProductForm() {
  const { form, fields, currency, isSending, rejection } = useProductForm()
  const { slug, variants } = fields
  // Once somebody has written an address of their own, the name leaves it alone.
  const isOwnSlug = useRef(false)
  const proposeSlug = (from: string) => {
    if (!isOwnSlug.current) form.update({ name: slug.name, value: slugOf(from), validated: false })
  }
  const prices = variants
    .getFieldList()
    .flatMap((version) => parseMoney(version.getFieldset().price.value ?? '', currency) ?? [])
  const refused = rejection && rejectionWords(rejection, currency)
  return (
    <form {...getFormProps(form)}>
      <DefaultButton />
      <Columns aside={<ProductPreview fields={fields} prices={prices} currency={currency} />}>
        <Stack gap="l">
          <WordsFields
            fields={fields}
            onNameInput={proposeSlug}
            afterName={
              <Field
                label="Address of its page"
                before="/product/"
                spellCheck={false}
                errors={slug.errors ?? takenSlug(rejection, slug.value)}
                {...getInputProps(slug, { type: 'text' })}
                onInput={() => {
                  isOwnSlug.current = true
                }}
              />
            }
          />
          <VersionFields form={form} field={variants} currency={currency} rejection={rejection} />
          {refused && (
            <Notice tone="refusal" title={refused.title}>
              {refused.body}
            </Notice>
          )}
          <Stack row gap="s">
            <Button type="submit" look="primary" pending={isSending} pendingLabel="Creating…">
              Create product
            </Button>
            <ButtonLink href={productsPath({})} look="plain">
              Cancel
            </ButtonLink>
          </Stack>
        </Stack>
      </Columns>
    </form>
  )
}
