import type { ReactNode } from 'react'
import { buttonClass } from './button-look'

/** Looks like a button and brings a file. No link of the app: whoever points at it has not asked for the file yet. */
export function DownloadLink({ href, icon, children }: { href: string; icon?: ReactNode; children: ReactNode }) {
  return (
    <a className={buttonClass({})} href={href} download>
      {icon}
      <span>{children}</span>
    </a>
  )
}
