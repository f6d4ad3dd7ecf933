import type { ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './heading.module.css'

type HeadingProps = {
  /** Its place in the outline. */
  level?: 1 | 2 | 3 | undefined
  /** Its size, which is a different matter: `display` once on the home page, `title` on a page, `section` within. */
  size?: 'display' | 'title' | 'section' | undefined
  id?: string | undefined
  className?: string | undefined
  children: ReactNode
}

/** A heading: in the shop's serif, or in the admin's smaller sans, as the shell around it decides. */
export function Heading({
  level = 1,
  size = level === 1 ? 'title' : 'section',
  id,
  className,
  children,
}: HeadingProps) {
  const Tag = `h${level}` as const
  return (
    <Tag id={id} className={classNames(styles.heading, styles[size], className)}>
      {children}
    </Tag>
  )
}
