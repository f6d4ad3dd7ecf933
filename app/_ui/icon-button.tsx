import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './icon-button.module.css'

type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  /** What it does, in words: the picture alone says it to nobody who cannot see it. */
  label: string
  icon: ReactNode
}

/** A button whose words are a picture. 44 px in both directions. */
export function IconButton({ label, icon, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button type={type} aria-label={label} title={label} className={classNames(styles.button, className)} {...rest}>
      {icon}
    </button>
  )
}
