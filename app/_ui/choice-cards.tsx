import type { ReactNode } from 'react'
import styles from './choice-cards.module.css'
import { classNames } from './class-names'
import { FieldErrors } from './field-frame'

export type Choice = {
  value: string
  label: ReactNode
  /** One quiet line under the label. */
  detail?: ReactNode
  /** At the end of the card: a price. */
  aside?: ReactNode
  /** Cannot be chosen now; `detail` should say why. */
  disabled?: boolean | undefined
}

type ChoiceCardsProps = {
  legend: ReactNode
  name: string
  id: string
  options: readonly Choice[]
  /** `radio`: one of them; `checkbox`: any. */
  type?: 'radio' | 'checkbox' | undefined
  /** `cards` one under the other; `chips` side by side, for short labels such as sizes. */
  layout?: 'cards' | 'chips' | undefined
  defaultValue?: string | readonly string[] | undefined
  /** Controlled, together with `onChoose`. */
  value?: string | undefined
  onChoose?: ((value: string) => void) | undefined
  errors?: readonly string[] | undefined
  required?: boolean | undefined
}

/** One of a few, all of them in sight. */
export function ChoiceCards({ legend, id, options, layout = 'cards', errors, ...inputs }: ChoiceCardsProps) {
  return (
    <fieldset id={id} className={styles.group} aria-describedby={errors?.length ? `${id}-error` : undefined}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles[layout]}>
        {options.map((option) => (
          <ChoiceCard key={option.value} option={option} {...inputs} />
        ))}
      </div>
      <FieldErrors id={id} errors={errors} />
    </fieldset>
  )
}

type ChoiceCardProps = Pick<ChoiceCardsProps, 'name' | 'type' | 'defaultValue' | 'value' | 'onChoose' | 'required'> & {
  option: Choice
}

function ChoiceCard({ option, type = 'radio', name, defaultValue, value, onChoose, required }: ChoiceCardProps) {
  const chosen = value === undefined ? undefined : value === option.value
  const isDefault = Array.isArray(defaultValue) ? defaultValue.includes(option.value) : defaultValue === option.value
  return (
    <label className={classNames(styles.choice, option.disabled && styles.disabled)}>
      <input
        className={styles.mark}
        type={type}
        name={name}
        value={option.value}
        disabled={option.disabled}
        required={required}
        {...(chosen === undefined ? { defaultChecked: isDefault } : { checked: chosen })}
        onChange={onChoose && (() => onChoose(option.value))}
      />
      <span className={styles.words}>
        <span className={styles.label}>{option.label}</span>
        {option.detail && <span className={styles.detail}>{option.detail}</span>}
      </span>
      {option.aside && <span className={styles.aside}>{option.aside}</span>}
    </label>
  )
}
