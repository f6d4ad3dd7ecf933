import type { EventDefinition } from './event'

/**
 * Brings what the log holds to the shape that its type has today, one upcaster after another. Pure, and done before
 * personal fields are decrypted: an upcaster may move those, but not look into them.
 */
export function upcast(type: string, shape: number, data: unknown, definition: EventDefinition | undefined): unknown {
  if (!definition) throw new ShapeUnknown(`The log holds ${type}, which this release does not know.`)
  const { shape: current, upcasters = [] } = definition
  if (shape === current) return data
  if (shape > current)
    throw new ShapeUnknown(`The log holds ${type} in shape ${shape}, and this release knows it up to shape ${current}.`)
  const steps = upcasters.slice(shape - 1)
  if (shape < 1 || steps.length !== current - shape)
    throw new ShapeUnknown(`No upcasters lead from shape ${shape} of ${type} to shape ${current}.`)
  return steps.reduce((former, step) => step(former as never), data)
}

/** A later release wrote it, or an upcaster is missing: guessing at its meaning would spoil whatever is made of it. */
class ShapeUnknown extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ShapeUnknown'
  }
}
