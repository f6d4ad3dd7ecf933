import type { KeptState, RebuildRow } from '@/server/engine/rebuilding/rebuild-row'

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

/** Where the rows from before a rebuild are, and what became of what was wished of them. */
export function keptWords({ keptState, keptWish, keptFailure }: RebuildRow): string {
  if (keptState === null) return 'Kept'
  if (keptState === 'failed') return `Failed: ${keptFailure ?? 'nothing more is known'}`
  if (keptState === 'under way' && keptWish === 'drop') return 'Thrown away'
  return KEPT_WORDS[keptState]
}

const KEPT_WORDS: Record<Exclude<KeptState, 'failed'>, string> = {
  waiting: 'Waits for a worker',
  'under way': 'Brought up to date, to be shown',
  returned: 'Pages show them; those shown before are kept instead',
  dropped: 'Thrown away',
  busy: 'Not done: a rebuild was under way, and goes first',
  'nothing kept': 'Not done: nothing was kept any more',
  'other version': 'Not done: another version made them; deploy that release, and return from there',
  'other log': 'Not done: they were made from another log',
}
