import type { ReactNode } from 'react'
import { NavLinks } from '@/app/_ui/nav-links'
import { ShopShell } from '@/app/_ui/shop-shell'
import { HeaderLinks } from './_chrome/header-links'
import { HeaderSearch } from './_chrome/header-search'
import { PageTurn } from './_chrome/page-turn'
import { Refusals } from './_chrome/refusals'
import { ShopFoot } from './_chrome/shop-foot'
import { SyncLine } from './_chrome/sync-line'
import { DEPARTMENTS, departmentPath } from './departments'

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
