import type { Metadata } from 'next'
import { PageHead } from '@/app/_ui/page-head'
import { Stack } from '@/app/_ui/stack'
import { Status } from '@/app/_ui/status'
import type { AuditStanding } from '@/server/engine/audit/findings'
import { wholeName } from '@/server/engine/projections/partitions'
import { findingsOf } from '@/server/health'
import { causesOf, type Found } from '@/server/health/causes'
import { shop } from '@/server/shop'
import { requireStaff } from '../require-staff'
import { Causes } from './_board/causes'
import { Findings } from './_board/findings'
import { KeepCurrent } from './_board/keep-current'
import { KeptRows } from './_board/kept-rows'
import { ParkedKeys } from './_board/parked-keys'
import { Queues } from './_board/queues'
import { type ReaderRow, Readers } from './_board/readers'
import { Rebuilds } from './_board/rebuilds'
import { standingWords, TOO_LATE_MS } from './_board/standing-words'

export const metadata: Metadata = { title: 'Operations' }

/** How what happened gets to the screens: who reads the log, how far each is, and what waits for a person. */
export default async function OperationsPage() {
  await requireStaff()
  const { config, listDrifted, audited, queues, rebuilds } = shop()
  const [found, drifted, standings, board, rebuilt] = await Promise.all([
    findingsOf(),
    listDrifted(),
    audited(),
    queues.look().catch(() => null),
    rebuilds.list(),
  ])
  const { timeZone } = config
  const { tone, text, sentence } = standingWords(found)
  const readers = toRows(found, standings)
  const ofKind = (wanted: ReaderRow['kind']) => readers.filter(({ kind }) => kind === wanted)
  const wholes = [...new Set(ofKind('projection').map(({ name }) => wholeName(name)))]
  return (
    <Stack gap="l">
      <KeepCurrent />
      <PageHead title="Operations" aside={<Status tone={tone}>{text}</Status>} lead={sentence} />
      <Causes causes={causesOf(found, TOO_LATE_MS).slice(1)} />
      <ParkedKeys parked={readers.flatMap((one) => one.parked)} timeZone={timeZone} />
      <Findings findings={drifted} audited={standings} timeZone={timeZone} />
      <Readers
        title="Projections"
        lead="They make what pages show."
        readers={ofKind('projection')}
        timeZone={timeZone}
      />
      <Readers title="Policies" lead="They act on what happened." readers={ofKind('policy')} timeZone={timeZone} />
      <Rebuilds projections={wholes} rebuilds={rebuilt} timeZone={timeZone} />
      <KeptRows rebuilds={rebuilt} timeZone={timeZone} />
      <Queues queues={board} timeZone={timeZone} />
    </Stack>
  )
}

function toRows({ survey }: Found, standings: readonly AuditStanding[]): ReaderRow[] {
  const { rates } = shop()
  return (survey?.readers ?? []).map((one) => ({
    ...one,
    rate: rates.of(one.name),
    heardAt: one.behind === 0 ? (survey?.newestAt ?? one.movedAt) : one.movedAt,
    checked: standings.find(({ reader }) => reader === wholeName(one.name))?.checked ?? null,
  }))
}
