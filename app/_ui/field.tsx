import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './field.module.css'
import { FieldFrame, type FieldWords, fieldTies } from './field-frame'

type FieldProps = Omit<ComponentProps<'input'>, 'id'> &
  FieldWords & {
    /** Stands inside the control, before or after what is typed: "£", "kg". */
    before?: ReactNode
    after?: ReactNode
  }

/** One line of text. Takes what conform's `getInputProps` gives: `<Field label="E-mail" errors={f.errors} {...getInputProps(f, { type: 'email' })} />`. */
export function Field({ label, hint, errors, optional, id, before, after, className, ...input }: FieldProps) {
  return (
    <FieldFrame label={label} hint={hint} errors={errors} optional={optional} id={id}>
      <div className={classNames(styles.control, className)}>
        {before && <span className={styles.affix}>{before}</span>}
        <input className={styles.input} {...input} {...fieldTies({ id, hint, errors })} />
        {after && <span className={styles.affix}>{after}</span>}
      </div>
    </FieldFrame>
  )
}
