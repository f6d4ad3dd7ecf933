import { SYSTEM } from '@/server/actor'
import type { Command } from '@/server/engine/commands/command'
import type { Dispatcher, Reply } from '@/server/engine/commands/dispatch'
import type { Fact } from '@/server/engine/log/event'
import { customerCommand, orderCommand, productCommand, refundCommand } from './commands'
import type { PlannedCounts } from './import-planner'
import { ImportRefused } from './import-refused'
import type { PlannedInvoice } from './plan-import'
import type { ListedLine, PlannedStep } from './planned'

type Options = {
  dispatcher: Dispatcher
  plan: AsyncGenerator<PlannedInvoice, PlannedCounts>
  onListed: (line: ListedLine) => void
  onProgress: (linesRead: number) => void
  /** Stops between two windows; what was recorded stays, and the next run finds it recorded. */
  signal: AbortSignal
  /** So many invoices are recorded together: products and customers first, because orders name them. */
  windowSize?: number
}

const IN_FLIGHT = 8

/** Records the plan by commands, whose ids follow from the file: however often it runs, each takes effect once. */
export async function recordHistory(options: Options): Promise<PlannedCounts | 'stopped'> {
  const { windowSize = 64 } = options
  for (;;) {
    if (options.signal.aborted) return 'stopped'
    const window: PlannedInvoice[] = []
    let next = await options.plan.next()
    while (!next.done) {
      window.push(next.value)
      if (window.length === windowSize) break
      next = await options.plan.next()
    }
    await recordWindow(options, window)
    if (next.done) return next.value
  }
}

async function recordWindow({ dispatcher, onListed, onProgress }: Options, window: PlannedInvoice[]): Promise<void> {
  const steps = window.flatMap((invoice) => invoice.steps)
  const record = (step: PlannedStep) => recordStep(dispatcher, step)
  await eachOf(
    steps.filter(({ kind }) => kind === 'product' || kind === 'customer'),
    record,
  )
  await eachOf(
    steps.filter(({ kind }) => kind === 'order' || kind === 'refund'),
    record,
  )
  for (const step of steps) if (step.kind === 'listed') onListed(step)
  const last = window.at(-1)
  if (last) onProgress(last.linesRead)
}

async function eachOf<T>(things: readonly T[], act: (thing: T) => Promise<void>): Promise<void> {
  const rest = things.values()
  const work = async () => {
    for (const thing of rest) await act(thing)
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, work))
}

async function recordStep(dispatcher: Dispatcher, step: PlannedStep): Promise<void> {
  switch (step.kind) {
    case 'product':
      return accept(`product ${step.sku}`, ignoreKnown(await send(dispatcher, productCommand(step))))
    case 'customer':
      return accept(`customer ${step.number}`, await send(dispatcher, customerCommand(step)))
    case 'order':
      return accept(`invoice ${step.number}`, await send(dispatcher, orderCommand(step)))
    case 'refund':
      return accept(`invoice ${step.number}`, await send(dispatcher, refundCommand(step)))
    case 'listed':
      return
  }
}

type Sent<Input, State, F extends Fact, Result> = {
  id: string
  at: Date
  command: Command<Input, State, F, Result>
  input: NoInfer<Input>
}

function send<Input, State, F extends Fact, Result>(
  dispatcher: Dispatcher,
  { id, at, command, input }: Sent<Input, State, F, Result>,
): Promise<Reply<Result>> {
  return dispatcher.dispatch(command, { id, at: at.toISOString(), actor: SYSTEM, input })
}

/** Another file, of another year, may know a product by another name or price: it stays what it was at first. */
const ignoreKnown = (reply: Reply): Reply =>
  !reply.ok && reply.rejection.code === 'CommandIdReused' ? { ok: true, result: null, token: null } : reply

function accept(what: string, reply: Reply): void {
  if (!reply.ok) throw new ImportRefused(what, reply.rejection)
}
