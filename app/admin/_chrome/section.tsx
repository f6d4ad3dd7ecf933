import { type ReactNode, useId } from 'react'
import { Heading } from '@/app/_ui/heading'
import styles from './section.module.css'

type SectionProps = {
  title: string
  /** At the end of the title's line: the way to all of it. */
  aside?: ReactNode
  children: ReactNode
}

/** A part of a page, under its own heading. */
export function Section({ title, aside, children }: SectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <Heading level={2} id={id}>
          {title}
        </Heading>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  )
}
