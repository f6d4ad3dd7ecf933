import cliProgress from 'cli-progress'

export type Figures = Record<string, number>
export type Bench = (args: string[]) => Promise<Figures>

/** The value of `--name N` among the arguments, as a whole number. */
export function numberOption(args: string[], name: string, fallback: number): number {
  const index = args.indexOf(`--${name}`)
  const value = index < 0 ? fallback : Number(args[index + 1])
  if (!Number.isInteger(value) || value <= 0) throw new Error(`--${name} takes a whole number above 0.`)
  return value
}

/** A bar on standard error; standard output belongs to the figures. */
export function startBar(title: string, total: number): { add: (count: number) => void; stop: () => void } {
  const format = `${title.padEnd(32)} {bar} {value}/{total} {duration_formatted}`
  const bar = new cliProgress.SingleBar({ format, stream: process.stderr }, cliProgress.Presets.shades_classic)
  bar.start(total, 0)
  return { add: (count) => bar.increment(count), stop: () => bar.stop() }
}

/** The value below which `share` of the samples lie. Sorts in place. */
export function percentile(samples: number[], share: number): number {
  samples.sort((a, b) => a - b)
  const value = samples[Math.min(samples.length - 1, Math.floor(samples.length * share))]
  if (value === undefined) throw new Error('There are no samples.')
  return value
}

export const rounded = (value: number, digits = 2) => Number(value.toFixed(digits))

/** Calls `act` for 0 … count − 1 with at most `width` under way at once. */
export async function inFlight(count: number, width: number, act: (index: number) => Promise<void>): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (next < count) await act(next++)
    }),
  )
}
