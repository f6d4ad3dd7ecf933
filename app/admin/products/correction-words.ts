import type { CorrectionReason } from '@/server/events/product'

const REASONS: Record<CorrectionReason, string> = {
  counted: 'counted anew',
  damaged: 'damaged',
  lost: 'lost',
}

export function reasonWord(reason: CorrectionReason): string {
  return REASONS[reason]
}

/** "2 fewer", "1,200 more". */
export function differenceText(by: number): string {
  return `${Math.abs(by).toLocaleString('en-GB')} ${by < 0 ? 'fewer' : 'more'}`
}
