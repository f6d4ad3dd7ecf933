import type { RebuildRow } from '@/server/engine/rebuilding/rebuild-row'

const count = (figure: number) => figure.toLocaleString('en-GB')

/** Where a rebuild is, in words. */
export function stateWords({ state, wish, resting, failure }: RebuildRow): string {
  if (state === 'failed') return `Failed: ${failure ?? 'nothing more is known'}`
  if (state === 'filling' && wish === 'pause') return 'About to pause'
  if (wish === 'cancel' && state !== 'cancelled') return 'About to be cancelled'
  if (resting) return 'Rests, because the shop is late'
  return WORDS[state]
}

const WORDS: Record<Exclude<RebuildRow['state'], 'failed'>, string> = {
  waiting: 'Waits for a worker',
  filling: 'Reads the log',
  indexing: 'Makes indexes',
  'catching up': 'Takes in what came meanwhile',
  comparing: 'Compares with what stands',
  switching: 'Changes places',
  paused: 'Paused',
  done: 'Done',
  cancelled: 'Cancelled',
}

/** How far it is: the share, the rate and the time left, as far as they are known. */
export function progressWords({ state, reached, last, perSecond }: RebuildRow): string {
  if (last === 0) return ''
  const share = `${Math.floor((Math.min(reached, last) / last) * 100)} %`
  if (state !== 'filling' || perSecond === 0) return share
  return `${share}, ${count(perSecond)} events a second, ${leftWords((last - reached) / perSecond)} left`
}

function leftWords(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  return `${count(Math.ceil(seconds / 60))} min`
}

/** What the comparison with the rows that stood found. */
export function comparedWords({ compared, state }: RebuildRow): string {
  if (!compared) return state === 'done' ? 'Not comparable' : ''
  const rows = compared.reduce((sum, one) => sum + one.rows, 0)
  const differing = compared.reduce((sum, one) => sum + one.differing, 0)
  return differing === 0 ? `All ${count(rows)} rows equal` : `${count(differing)} of ${count(rows)} rows differ`
}
