import { Circle, CircleAlert, CircleCheck, CircleDashed, CircleDot } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './status.module.css'

export type Tone = 'quiet' | 'pending' | 'active' | 'done' | 'attention'

const icons = {
  quiet: Circle,
  pending: CircleDashed,
  active: CircleDot,
  done: CircleCheck,
  attention: CircleAlert,
} satisfies Record<Tone, unknown>

type StatusProps = {
  /** quiet: over, nothing to do · pending: not confirmed yet · active: under way · done: as it should be · attention: needs a person */
  tone?: Tone | undefined
  /** Another picture than the tone's own. */
  icon?: ReactNode
  className?: string | undefined
  children: ReactNode
}

/** Where something stands: a word, a shape and a colour, in this order of importance. */
export function Status({ tone = 'quiet', icon, className, children }: StatusProps) {
  const Icon = icons[tone]
  return (
    <span className={classNames(styles.status, styles[tone], className)}>
      {icon ?? <Icon aria-hidden="true" />}
      {children}
    </span>
  )
}
