import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { AdminShell } from '@/app/_ui/admin-shell'
import { NavLinks } from '@/app/_ui/nav-links'
import { SyncLine } from '@/app/(shop)/_chrome/sync-line'
import { AccountMenu } from './_chrome/account-menu'
import { RailFoot } from './_chrome/rail-foot'
import { Refusals } from './_chrome/refusals'
import { requireStaff } from './require-staff'

export const metadata: Metadata = {
  title: { default: 'Dashboard · Tidemark back office', template: '%s · Tidemark back office' },
  robots: { index: false },
}

const pages = [
  { href: '/admin', label: 'Dashboard', exact: true },
  { href: '/admin/orders', label: 'Orders' },
  { href: '/admin/products', label: 'Products' },
  { href: '/admin/stock', label: 'Stock' },
  { href: '/admin/customers', label: 'Customers' },
]

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { name } = await requireStaff()
  return (
    <AdminShell
      nav={<NavLinks label="Back office" items={pages} layout="rail" />}
      account={<AccountMenu name={name} />}
      tideLine={<SyncLine />}
      foot={<RailFoot />}
    >
      {children}
      <Refusals />
    </AdminShell>
  )
}
