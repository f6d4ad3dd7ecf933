import type { Metadata } from 'next'
import { PageHead } from '@/app/_ui/page-head'
import { Stack } from '@/app/_ui/stack'
import { Status } from '@/app/_ui/status'
import { shop } from '@/server/shop'
import { requireStaff } from '../require-staff'
import { heldBack } from './_board/held-back'
import { KeepCurrent } from './_board/keep-current'
import { ParkedKeys } from './_board/parked-keys'
import { Readers } from './_board/readers'

export const metadata: Metadata = { title: 'Operations' }

/** How what happened gets to the screens: who reads the log, how far each is, and what waits for a person. */
export default async function OperationsPage() {
  await requireStaff()
  const { operations, workers, ping, config } = shop()
  const [now, sessions, isQueueUp] = await Promise.all([operations(), workers(), ping.queue()])
  const { projections, policies } = now
  const { timeZone } = config
  const { tone, text, sentence } = heldBack({ ...now, workers: sessions, isQueueUp })
  const parked = [...projections, ...policies].flatMap((one) => one.parked)
  return (
    <Stack gap="l">
      <KeepCurrent />
      <PageHead title="Operations" aside={<Status tone={tone}>{text}</Status>} lead={sentence} />
      <ParkedKeys parked={parked} timeZone={timeZone} />
      <Readers title="Projections" lead="They make what pages show." readers={projections} timeZone={timeZone} />
      <Readers title="Policies" lead="They act on what happened." readers={policies} timeZone={timeZone} />
    </Stack>
  )
}
