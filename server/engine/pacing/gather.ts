import { setTimeout as sleep } from 'node:timers/promises'

/** Of what waits, at most so much is done in one round. */
const MOST = 50
/** While there is a crowd a round begins this seldom: a transaction costs as much as five more commands in it. */
const PACE_MS = 8

type Waiting<Call, Done> = { call: Call; resolve: (done: Done) => void; reject: (error: unknown) => void }

export type GatherOptions<Call, Done> = {
  /** Of two calls about the same thing, the second is done in a later round. */
  about: (call: Call) => string
  /** Does them at once, or not at all. */
  together: (calls: readonly Call[]) => Promise<readonly Done[]>
  alone: (call: Call) => Promise<Done>
}

/**
 * Does things in rounds: what is asked for while a round is under way makes up the next one. Who asks when nothing is
 * under way waits for nobody but those who ask in the same turn, unless the last round was shared and has just begun. A
 * round that fails is done again, each for itself, so that one that cannot be done fails alone.
 */
export function gather<Call, Done>({ about, together, alone }: GatherOptions<Call, Done>) {
  let waiting: Waiting<Call, Done>[] = []
  let isRunning = false
  let isCrowded = false
  let lastRound = Number.NEGATIVE_INFINITY

  function takeRound(): Waiting<Call, Done>[] {
    const taken = new Map<string, Waiting<Call, Done>>()
    const left: Waiting<Call, Done>[] = []
    for (const one of waiting) {
      const thing = about(one.call)
      if (taken.size < MOST && !taken.has(thing)) taken.set(thing, one)
      else left.push(one)
    }
    waiting = left
    return [...taken.values()]
  }

  async function runRounds(): Promise<void> {
    isRunning = true
    while (waiting.length > 0) {
      const pause = isCrowded ? lastRound + PACE_MS - performance.now() : 0
      await (pause > 0 ? sleep(pause) : nextTurn())
      const round = takeRound()
      isCrowded = round.length > 1
      lastRound = performance.now()
      await doRound(round)
    }
    isRunning = false
  }

  async function doRound(round: readonly Waiting<Call, Done>[]): Promise<void> {
    const done = round.length > 1 ? await together(round.map(({ call }) => call)).catch(() => null) : null
    await Promise.all(
      round.map(({ call, resolve, reject }, index) => {
        const own = done?.[index]
        return own === undefined ? alone(call).then(resolve, reject) : resolve(own)
      }),
    )
  }

  return (call: Call): Promise<Done> =>
    new Promise((resolve, reject) => {
      waiting.push({ call, resolve, reject })
      if (!isRunning) void runRounds()
    })
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))
