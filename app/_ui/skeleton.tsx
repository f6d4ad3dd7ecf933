import { classNames } from './class-names'
import styles from './skeleton.module.css'

type SkeletonProps = {
  /** The shape of what will stand here. */
  shape?: 'line' | 'short' | 'title' | 'picture' | 'control' | 'block' | undefined
  className?: string | undefined
}

/** Ground that holds the place of what is not known yet. It does not shimmer: waiting is not an event. */
export function Skeleton({ shape = 'line', className }: SkeletonProps) {
  return <span className={classNames(styles.skeleton, styles[shape], className)} aria-hidden="true" />
}

/** The place of a product card. */
export function CardSkeleton() {
  return (
    <div className={styles.card}>
      <Skeleton shape="picture" />
      <Skeleton />
      <Skeleton shape="short" />
    </div>
  )
}
