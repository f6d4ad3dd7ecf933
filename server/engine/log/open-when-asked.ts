import type { EventDefinitions } from './event'

type Data = Record<string, unknown>
type Opener = (value: unknown, key: Uint8Array) => unknown
type Closed = { values: Data; key: Uint8Array; open: Opener }

/** Not seen by whoever copies or writes the data. */
const CLOSED = Symbol('closed')

/**
 * Turns fields of an event's data into such as are opened when somebody asks for them, once: most readers want few of
 * them, and opening three takes longer than all else that is done with an event.
 */
export function openWhenAsked(data: Data, fields: readonly string[], key: Uint8Array, open: Opener): void {
  const values: Data = {}
  for (const field of fields) {
    if (data[field] === null || data[field] === undefined) continue
    values[field] = data[field]
    Object.defineProperty(data, field, accessorOf(field))
  }
  Object.defineProperty(data, CLOSED, { value: { values, key, open } satisfies Closed })
}

/** The personal fields of an event, in place: the data were read for it, and are nobody else's. */
export function openLater(
  definitions: EventDefinitions,
  event: { type: string; data: unknown },
  keys: ReadonlyMap<string, Uint8Array | null>,
  open: Opener,
): void {
  const personal = definitions[event.type]?.personal
  if (!personal || event.data === null) return
  const data = event.data as Data
  const key = keys.get(String(data[personal.subject]))
  if (key) openWhenAsked(data, personal.fields, key, open)
  else for (const field of personal.fields) data[field] = null
}

/** One for all events: an accessor made anew for each would make every event a shape of its own to the engine. */
const accessors = new Map<string, PropertyDescriptor>()

function accessorOf(field: string): PropertyDescriptor {
  const known = accessors.get(field)
  if (known) return known
  const accessor: PropertyDescriptor = {
    get(this: Data & { [CLOSED]: Closed }) {
      const { values, key, open } = this[CLOSED]
      const value = open(values[field], key)
      Object.defineProperty(this, field, { value, enumerable: true, configurable: true, writable: true })
      return value
    },
    enumerable: true,
    configurable: true,
  }
  accessors.set(field, accessor)
  return accessor
}
