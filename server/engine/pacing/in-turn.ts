import { setTimeout as sleep } from 'node:timers/promises'

const LONGEST_REST_MS = 50

/** Does one after another. Where one fails, those behind it are not begun. */
export async function inTurn<One, Done>(all: readonly One[], act: (one: One) => Promise<Done>): Promise<Done[]> {
  const done: Done[] = []
  for (const one of all) done.push(await act(one))
  return done
}

/** The same work with a rest before each time but the first: as long as the time before took, 50 ms at most. */
export function rested<One, Done>(act: (one: One) => Promise<Done>): (one: One) => Promise<Done> {
  let restMs = 0
  return async (one) => {
    if (restMs >= 1) await sleep(restMs)
    const started = performance.now()
    const done = await act(one)
    restMs = Math.min(performance.now() - started, LONGEST_REST_MS)
    return done
  }
}
