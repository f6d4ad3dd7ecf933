'use client'

import type { FieldMetadata } from '@conform-to/react'
import { useState } from 'react'
import { Field } from '@/app/_ui/field'
import { FieldErrors } from '@/app/_ui/field-frame'
import { Picture } from '@/app/_ui/picture'
import { PICTURES } from '@/app/_ui/pictures'
import { tintOf } from '@/app/_ui/tint'
import styles from './picture-chooser.module.css'

type PictureChooserProps = {
  field: FieldMetadata<string>
  /** Whose ground the drawings stand on. */
  category: string
}

/** One of the drawings, found by its name. */
export function PictureChooser({ field, category }: PictureChooserProps) {
  const [words, setWords] = useState('')
  const wanted = words.trim().toLowerCase().replaceAll(' ', '-')
  // What is chosen stays in sight, and in the form, whatever is looked for next.
  const found = chosenFirst(field.initialValue).filter((name) => name.includes(wanted) || name === field.value)
  return (
    <fieldset className={styles.chooser} aria-describedby={field.errors ? field.errorId : undefined}>
      <legend className={styles.legend}>Picture</legend>
      <Field
        id={`${field.id}-words`}
        label="Find a drawing"
        type="search"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        // It only looks for one: nothing is to be sent yet.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        placeholder="boot, lemon, teapot"
        autoComplete="off"
      />
      <div className={styles.pictures}>
        {found.map((name) => (
          <label key={name} className={styles.choice} title={name.replaceAll('-', ' ')}>
            <input
              className={styles.mark}
              type="radio"
              name={field.name}
              form={field.formId}
              value={name}
              defaultChecked={field.initialValue === name}
              aria-label={name.replaceAll('-', ' ')}
            />
            <Picture name={name} tint={tintOf(category)} size="thumb" className={styles.picture} />
          </label>
        ))}
        {found.length === 0 && <p className={styles.none}>There is no drawing of that. A plainer word may find one.</p>}
      </div>
      <FieldErrors id={field.id} errors={field.errors} />
    </fieldset>
  )
}

/** What a product has already need not be looked for. What is chosen here moves nothing. */
function chosenFirst(chosen: string | undefined): readonly string[] {
  return [...PICTURES.filter((name) => name === chosen), ...PICTURES.filter((name) => name !== chosen)]
}
