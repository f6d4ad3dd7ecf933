import { ChevronDown } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './field.module.css'
import { FieldFrame, type FieldWords, fieldTies } from './field-frame'

export type SelectOption = { value: string; label: string; disabled?: boolean }

type SelectFieldProps = Omit<ComponentProps<'select'>, 'id' | 'children'> &
  FieldWords & {
    options: readonly SelectOption[]
    /** The line that stands there before anything is chosen. */
    placeholder?: string
  }

/** One of several, with a label. */
export function SelectField({ label, hint, errors, optional, id, ...rest }: SelectFieldProps) {
  return (
    <FieldFrame label={label} hint={hint} errors={errors} optional={optional} id={id}>
      <Select {...rest} {...fieldTies({ id, hint, errors })} />
    </FieldFrame>
  )
}

type SelectProps = Omit<ComponentProps<'select'>, 'children'> & {
  options: readonly SelectOption[]
  placeholder?: string
  /** Stands inside, before the chosen line: "Sort by". */
  before?: ReactNode
}

/** The control alone, for a row of filters. Give it an `aria-label`. */
export function Select({ options, placeholder, before, className, ...rest }: SelectProps) {
  return (
    <div className={classNames(styles.control, className)}>
      {before && <span className={styles.affix}>{before}</span>}
      <select className={classNames(styles.input, styles.select)} {...rest}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown className={styles.chevron} aria-hidden="true" />
    </div>
  )
}
