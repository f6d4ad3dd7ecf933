import { Presets, SingleBar } from 'cli-progress'

/** How far something has come; without a terminal, only its end is told. */
export type Progress = { total: (amount: number) => void; reach: (amount: number) => void }

/** Runs something under a bar on the terminal and says, when it is done, how long it took. */
export async function withBar<Result>(label: string, act: (progress: Progress) => Promise<Result>): Promise<Result> {
  const began = performance.now()
  const bar = new SingleBar(
    { format: `${label} {bar} {percentage}% · {duration_formatted}`, clearOnComplete: true, gracefulExit: false },
    Presets.shades_classic,
  )
  bar.start(1, 0)
  try {
    const result = await act({ total: (amount) => bar.setTotal(amount), reach: (amount) => bar.update(amount) })
    bar.stop()
    process.stderr.write(`${label}: ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
    return result
  } catch (error) {
    bar.stop()
    throw error
  }
}
