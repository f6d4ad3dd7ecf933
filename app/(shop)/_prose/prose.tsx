import type { ReactNode } from 'react'
import { PageHead } from '@/app/_ui/page-head'
import styles from './prose.module.css'

type ProseProps = { title: string; lead: ReactNode; children: ReactNode }

/** A page that is there to be read: plain headings, paragraphs and lists inside it look as they should. */
export function Prose({ title, lead, children }: ProseProps) {
  return (
    <article className={styles.prose}>
      <PageHead title={title} lead={lead} />
      {children}
    </article>
  )
}
