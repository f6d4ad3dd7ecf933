import type { ComponentProps } from 'react'
import { Field } from './field'
import styles from './field.module.css'

/** A figure that is typed: tabular, with the digits' keyboard on a phone. `inputMode="decimal"` for amounts of money. */
export function NumberField({ inputMode = 'numeric', ...rest }: ComponentProps<typeof Field>) {
  // Text, and not type="number": no wheel that changes a price by accident, and "1,5" reaches the validation as it was typed.
  return <Field autoComplete="off" {...rest} type="text" inputMode={inputMode} className={styles.number} />
}
