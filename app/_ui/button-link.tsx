import type { ComponentProps, ReactNode } from 'react'
import { type ButtonLook, buttonClass } from './button-look'
import { Link } from './link'

/** Looks like a button and goes somewhere. */
export function ButtonLink({
  look,
  small,
  wide,
  icon,
  className,
  children,
  ...rest
}: ComponentProps<typeof Link> & ButtonLook & { icon?: ReactNode }) {
  return (
    <Link className={buttonClass({ look, small, wide }, className)} {...rest}>
      {icon}
      <span>{children}</span>
    </Link>
  )
}
