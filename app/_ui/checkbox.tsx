import type { ComponentProps, ReactNode } from 'react'
import styles from './checkbox.module.css'
import { FieldErrors, type FieldWords, fieldTies } from './field-frame'

type CheckboxProps = Omit<ComponentProps<'input'>, 'id' | 'type'> &
  Omit<FieldWords, 'optional' | 'label'> & { label: ReactNode; type?: 'checkbox' | undefined }

/** Yes or no. The whole line can be pressed. */
export function Checkbox({ label, hint, errors, id, type: _, ...input }: CheckboxProps) {
  return (
    <div>
      <label className={styles.line}>
        <input type="checkbox" className={styles.box} {...input} {...fieldTies({ id, hint, errors })} />
        <span>
          {label}
          {hint && (
            <span className={styles.hint} id={`${id}-description`}>
              {hint}
            </span>
          )}
        </span>
      </label>
      <FieldErrors id={id} errors={errors} />
    </div>
  )
}
