import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import styles from './field.module.css'
import { FieldFrame, type FieldWords, fieldTies } from './field-frame'

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'id'> & FieldWords

/** Several lines of text; it grows with them where the browser can. */
export function TextArea({ label, hint, errors, optional, id, className, rows = 3, ...rest }: TextAreaProps) {
  return (
    <FieldFrame label={label} hint={hint} errors={errors} optional={optional} id={id}>
      <div className={styles.control}>
        <textarea
          className={classNames(styles.input, styles.area, className)}
          rows={rows}
          {...rest}
          {...fieldTies({ id, hint, errors })}
        />
      </div>
    </FieldFrame>
  )
}
