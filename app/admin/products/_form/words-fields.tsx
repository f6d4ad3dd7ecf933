'use client'

import { type FieldMetadata, getInputProps, getSelectProps, getTextareaProps } from '@conform-to/react'
import type { ReactNode } from 'react'
import { Field } from '@/app/_ui/field'
import { SelectField } from '@/app/_ui/select-field'
import { Stack } from '@/app/_ui/stack'
import { TextArea } from '@/app/_ui/text-area'
import { CATEGORIES, type ProductWords } from '@/server/events/product'
import { categoryName } from '../category-words'
import { PictureChooser } from './picture-chooser'

const categories = CATEGORIES.map((value) => ({ value, label: categoryName(value) }))

type WordsFieldsProps = {
  fields: Record<keyof ProductWords, FieldMetadata<string>>
  /** What else is asked for, right after the name. */
  afterName?: ReactNode
  onNameInput?: (name: string) => void
}

/** What the shop says and shows of a product. */
export function WordsFields({ fields, afterName, onNameInput }: WordsFieldsProps) {
  const { name, description, category, picture } = fields
  return (
    <>
      <Stack>
        <Field
          label="Name"
          errors={name.errors}
          {...getInputProps(name, { type: 'text' })}
          maxLength={120}
          onInput={(event) => onNameInput?.(event.currentTarget.value)}
        />
        {afterName}
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
    </>
  )
}
