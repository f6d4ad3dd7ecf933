'use client'

import { Minus, Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { DefaultButton } from './default-button'
import styles from './quantity-stepper.module.css'

type QuantityStepperProps = {
  /** What is counted: "Quantity of Harbour kettle". */
  label: string
  value: number
  onChange: (value: number) => void
  min?: number | undefined
  max?: number | undefined
  /** The name that the typed figure has in the form around it. */
  name?: string | undefined
  /** Makes + and − send the form with the next figure under this name, where no script runs. */
  stepName?: string | undefined
  disabled?: boolean | undefined
}

/** How many: two buttons and a figure that can be typed. The figure shown is the caller's; each click asks for the next one. */
export function QuantityStepper({
  label,
  value,
  onChange,
  min = 1,
  max = 99,
  name,
  stepName,
  disabled,
}: QuantityStepperProps) {
  // What is being typed is not yet a quantity: an emptied field must not empty the cart.
  const [draft, setDraft] = useState<string>()
  const ask = (next: number) => {
    setDraft(undefined)
    if (next !== value) onChange(next)
  }
  const settle = () => {
    if (draft === undefined) return
    const typed = Number.parseInt(draft, 10)
    ask(Number.isNaN(typed) ? value : Math.min(max, Math.max(min, typed)))
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend that is drawn; this is one control with three parts.
    <div className={styles.stepper} role="group" aria-label={label}>
      {/* Without script Enter must send the figure, not one less. */}
      {stepName && <DefaultButton />}
      <Step
        label="One less"
        name={stepName}
        next={value - 1}
        disabled={disabled || value <= min}
        onStep={ask}
        icon={<Minus aria-hidden="true" />}
      />
      <input
        className={styles.figure}
        aria-label={label}
        inputMode="numeric"
        autoComplete="off"
        name={name}
        disabled={disabled}
        value={draft ?? String(value)}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          settle()
        }}
      />
      <Step
        label="One more"
        name={stepName}
        next={value + 1}
        disabled={disabled || value >= max}
        onStep={ask}
        icon={<Plus aria-hidden="true" />}
      />
    </div>
  )
}

type StepProps = {
  label: string
  name: string | undefined
  next: number
  disabled: boolean
  onStep: (next: number) => void
  icon: ReactNode
}

function Step({ label, name, next, disabled, onStep, icon }: StepProps) {
  return (
    <button
      className={styles.step}
      type={name ? 'submit' : 'button'}
      name={name}
      value={name && next}
      aria-label={label}
      disabled={disabled}
      onClick={(event) => {
        event.preventDefault()
        onStep(next)
      }}
    >
      {icon}
    </button>
  )
}
