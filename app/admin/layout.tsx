import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { ask } from '@/app/_server/ask'
import { AdminShell } from '@/app/_ui/admin-shell'
import { NavLinks } from '@/app/_ui/nav-links'
import { SyncLine } from '@/app/sync-line'
import { listProjections } from '@/server/read/projection-status/projection-status.query'
import { AccountMenu } from './_chrome/account-menu'
import { RailFoot } from './_chrome/rail-foot'
import { Refusals } from './_chrome/refusals'
import { FreshnessProvider } from './_freshness/freshness-provider'
import { requireStaff } from './require-staff'

export const metadata: Metadata = {
  title: { default: 'Back office', template: '%s · Tidemark back office' },
  robots: { index: false },
}

const pages = [
  { href: '/admin', label: 'Dashboard', exact: true },
  { href: '/admin/orders', label: 'Orders' },
  { href: '/admin/products', label: 'Products' },
  { href: '/admin/stock', label: 'Stock' },
  { href: '/admin/customers', label: 'Customers' },
  { href: '/admin/operations', label: 'Operations', exact: true },
  { href: '/admin/operations/mailbox', label: 'Mailbox' },
]

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { name } = await requireStaff()
  const projections = await ask(listProjections, {})
  return (
    <FreshnessProvider initial={projections.data}>
      <AdminShell
        nav={<NavLinks label="Back office" items={pages} layout="rail" />}
        account={<AccountMenu name={name} />}
        tideLine={<SyncLine />}
        foot={<RailFoot />}
      >
        {children}
        <Refusals />
      </AdminShell>
    </FreshnessProvider>
  )
}
