import type { ComponentProps, ReactNode } from 'react'
import styles from './button.module.css'
import { type ButtonLook, buttonClass } from './button-look'

export type ButtonProps = ComponentProps<'button'> &
  ButtonLook & {
    /** Its work is on the way: it stays where it is, says so, and does not take a second click. */
    pending?: boolean
    /** What it says meanwhile ("Placing order…"); its own words otherwise. */
    pendingLabel?: ReactNode
    icon?: ReactNode
  }

/** A verb that does something here. For going somewhere there is `ButtonLink`. */
export function Button({
  look,
  small,
  wide,
  pending = false,
  pendingLabel,
  icon,
  className,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      // aria-disabled and not disabled: a disabled button drops the keyboard's focus.
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      type={type}
      className={buttonClass({ look, small, wide }, className)}
      {...rest}
    >
      {icon}
      <span>{pending && pendingLabel ? pendingLabel : children}</span>
      {pending && <span className={styles.line} aria-hidden="true" />}
    </button>
  )
}
