import type { Observer } from '@/server/engine/watching/observe'

/** Everything that one observer is told is told to all. */
export function observers(...all: readonly Observer[]): Observer {
  return {
    onCommand: (seen) => all.forEach((one) => void one.onCommand(seen)),
    onQuery: (seen) => all.forEach((one) => void one.onQuery(seen)),
    onStep: (seen) => all.forEach((one) => void one.onStep(seen)),
    onReaction: (seen) => all.forEach((one) => void one.onReaction(seen)),
  }
}
