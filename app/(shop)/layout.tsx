import type { ReactNode } from 'react'
import { DEPARTMENTS, departmentPath } from '@/app/_catalogue/departments'
import { NavLinks } from '@/app/_ui/nav-links'
import { ShopShell } from '@/app/_ui/shop-shell'
import { SyncLine } from '@/app/sync-line'
import { HeaderLinks } from './_chrome/header-links'
import { HeaderSearch } from './_chrome/header-search'
import { PageTurn } from './_chrome/page-turn'
import { Refusals } from './_chrome/refusals'
import { ShopFoot } from './_chrome/shop-foot'

const departments = DEPARTMENTS.map(({ slug, name }) => ({ href: departmentPath(slug), label: name }))

export default function ShopLayout({ children }: { children: ReactNode }) {
  return (
    <ShopShell
      nav={<NavLinks label="Departments" items={departments} />}
      search={<HeaderSearch />}
      links={<HeaderLinks />}
      tideLine={<SyncLine />}
      footer={<ShopFoot />}
    >
      <PageTurn>{children}</PageTurn>
      <Refusals />
    </ShopShell>
  )
}
