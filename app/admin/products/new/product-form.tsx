'use client'

import { getFormProps, getInputProps, getSelectProps, getTextareaProps } from '@conform-to/react'
import { useRef } from 'react'
import { Button } from '@/app/_ui/button'
import { ButtonLink } from '@/app/_ui/button-link'
import { Columns } from '@/app/_ui/columns'
import { DefaultButton } from '@/app/_ui/default-button'
import { Field } from '@/app/_ui/field'
import { Notice } from '@/app/_ui/notice'
import { SelectField } from '@/app/_ui/select-field'
import { Stack } from '@/app/_ui/stack'
import { TextArea } from '@/app/_ui/text-area'
import { rejectionWords } from '@/app/_words/rejection-words'
import type { Rejection } from '@/server/engine/commands/command'
import { CATEGORIES } from '@/server/events/product'
import { categoryName } from '../category-words'
import { productsPath } from '../product-filter'
import { PictureChooser } from './picture-chooser'
import { ProductPreview } from './product-preview'
import { slugOf } from './slug'
import { useProductForm } from './use-product-form'
import { VersionFields } from './version-fields'

const categories = CATEGORIES.map((value) => ({ value, label: categoryName(value) }))

export function ProductForm() {
  const { form, fields, currency, isSending, rejection } = useProductForm()
  const { name, slug, description, category, picture, variants } = fields
  // Once somebody has written an address of their own, the name leaves it alone.
  const isOwnSlug = useRef(false)
  const proposeSlug = (from: string) => {
    if (!isOwnSlug.current) form.update({ name: slug.name, value: slugOf(from), validated: false })
  }
  const refused = rejection && rejectionWords(rejection, currency)
  return (
    <form {...getFormProps(form)}>
      <DefaultButton />
      <Columns aside={<ProductPreview fields={fields} currency={currency} />}>
        <Stack gap="l">
          <Stack>
            <Field
              label="Name"
              errors={name.errors}
              {...getInputProps(name, { type: 'text' })}
              maxLength={120}
              onInput={(event) => proposeSlug(event.currentTarget.value)}
            />
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
            <SelectField
              label="Category"
              placeholder="Choose one"
              options={categories}
              errors={category.errors}
              {...getSelectProps(category)}
            />
            <TextArea
              label="Description"
              hint="What it is made of, what it is for, who will like it."
              errors={description.errors}
              {...getTextareaProps(description)}
            />
          </Stack>
          <PictureChooser field={picture} category={category.value ?? ''} />
          <VersionFields form={form} field={variants} currency={currency} />
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

/** What the shop said of the address, as long as it stands there. */
function takenSlug(rejection: Rejection | null, slug: string | undefined): string[] | undefined {
  const isTaken = rejection?.code === 'SlugTaken' && rejection.slug === slug
  return isTaken ? ['Another product has this address.'] : undefined
}
