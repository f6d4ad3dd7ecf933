import styles from './button.module.css'
import { classNames } from './class-names'

/** How a button looks, shared by the button that acts and the link that goes. */
export type ButtonLook = {
  /** One `primary` a screen; `quiet` for the rest; `danger` for what cannot be taken back; `plain` inside running rows. */
  look?: 'primary' | 'quiet' | 'danger' | 'plain' | undefined
  /** Lower where a mouse points; still 44 px under a finger. */
  small?: boolean | undefined
  /** As wide as its column. */
  wide?: boolean | undefined
}

export function buttonClass({ look = 'quiet', small, wide }: ButtonLook, extra?: string): string {
  return classNames(styles.button, styles[look], small && styles.small, wide && styles.wide, extra)
}
