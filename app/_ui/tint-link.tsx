import type { ComponentProps, ReactNode } from 'react'
import { Link } from './link'
import { Picture } from './picture'
import type { Tint } from './tint'
import styles from './tint-link.module.css'

type TintLinkProps = {
  href: ComponentProps<typeof Link>['href']
  label: ReactNode
  /** One quiet line: "14 things". */
  detail?: ReactNode
  picture?: string | undefined
  tint: Tint
}

/** The way into a department: its name and a drawing on its own ground. */
export function TintLink({ href, label, detail, picture, tint }: TintLinkProps) {
  return (
    <Link className={styles.link} href={href}>
      <Picture name={picture} tint={tint} className={styles.ground} />
      <span className={styles.words}>
        <span className={styles.label}>{label}</span>
        {detail && <span className={styles.detail}>{detail}</span>}
      </span>
    </Link>
  )
}
