import type { Metadata } from 'next'
import { ask } from '@/app/_server/ask'
import { PageHead } from '@/app/_ui/page-head'
import { Stack } from '@/app/_ui/stack'
import { listTopCustomers } from '@/server/read/customer-statistics/customer-statistics.query'
import { requireStaff } from '../require-staff'
import { TopCustomers } from './top-customers'

export const metadata: Metadata = { title: 'Customers' }

const asked = { limit: 50 }

export default async function CustomersPage() {
  await requireStaff()
  return (
    <Stack gap="l">
      <PageHead title="Customers" lead="The fifty who spent the most, less what went back to them." />
      <TopCustomers asked={asked} initial={await ask(listTopCustomers, asked)} />
    </Stack>
  )
}
