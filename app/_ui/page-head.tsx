import type { ReactNode } from 'react'
import { Heading } from './heading'
import styles from './page-head.module.css'

type PageHeadProps = {
  title: ReactNode
  /** Beside the title: a status. */
  aside?: ReactNode
  /** Under the title: one or two sentences, or figures. */
  lead?: ReactNode
  /** Over the title: `<Breadcrumbs>`. */
  before?: ReactNode
  /** At the end of the line on a desk, under the words on a phone. */
  actions?: ReactNode
}

/** How a page begins: where one is, what it is, what can be done. */
export function PageHead({ title, aside, lead, before, actions }: PageHeadProps) {
  return (
    <div className={styles.head}>
      {before}
      <div className={styles.line}>
        <div className={styles.words}>
          <div className={styles.title}>
            <Heading>{title}</Heading>
            {aside}
          </div>
          {lead && <div className={styles.lead}>{lead}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
