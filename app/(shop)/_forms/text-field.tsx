import type { FieldMetadata } from '@conform-to/react'
import type { ComponentProps } from 'react'
import { Field } from '@/app/_ui/field'

type TextFieldProps = Omit<ComponentProps<typeof Field>, 'id' | 'name' | 'defaultValue' | 'errors'> & {
  field: FieldMetadata<string | undefined>
  /** Errors that the schema does not know of. */
  errors?: readonly string[] | undefined
}

/** A field of a conform form: its name, its id and its errors come from there. */
export function TextField({ field, errors, ...rest }: TextFieldProps) {
  return (
    <Field
      key={field.key}
      id={field.id}
      name={field.name}
      defaultValue={field.initialValue}
      errors={errors ?? field.errors}
      {...rest}
    />
  )
}
