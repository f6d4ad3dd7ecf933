import { v7 } from 'uuid'
import { parseToken } from '@/server/engine/log/token'
import type { AddressBookView } from '@/server/read/address-book/address-book.view'
import type { CartView } from '@/server/read/cart/cart.view'
import type { Customer, Place } from './customers'
import { type Device, openDevice } from './device'
import type { Operation } from './guarantees'

/** What a client did and saw, by value. Which version a value is, is known once all have come to their end. */
type Recorded =
  | { is: 'write'; key: string; value: string; version: number }
  | { is: 'read'; values: Record<string, string>; wasFolded: boolean }

export type Session = { client: string; recorded: Recorded[] }

/** One client that asks and changes at random, one request after the other. */
export async function recordSession(
  client: string,
  address: string,
  customer: Customer,
  requests: number,
): Promise<Session> {
  const device = await openDevice(address, customer.cookies)
  const recorded: Recorded[] = []
  while (recorded.length < requests) {
    const place = customer.places[Math.floor(Math.random() * customer.places.length)]
    if (!place) throw new Error('A customer has places.')
    recorded.push(Math.random() < 0.4 ? await write(device, place) : await read(device, place.query, customer))
  }
  return { client, recorded }
}

async function write(device: Device, { key, nextWrite }: Place): Promise<Recorded> {
  const { name, input, value } = nextWrite()
  const token = parseToken(await device.issue(v7(), name, input))
  if (!token) throw new Error('A reply carries a token.')
  return { is: 'write', key, value, version: token.position }
}

async function read(device: Device, query: Place['query'], customer: Customer): Promise<Recorded> {
  const { data, wasFolded } = await device.read<AddressBookView & CartView>(query)
  const shown = query === 'cart' ? quantitiesOf(data) : firstLinesOf(data)
  const covered = customer.places.filter((place) => place.query === query)
  return { is: 'read', values: Object.fromEntries(covered.map(({ key }) => [key, shown.get(key) ?? ''])), wasFolded }
}

const quantitiesOf = ({ lines }: CartView) =>
  new Map(lines.map(({ variantId, quantity }) => [variantId, String(quantity)]))

const firstLinesOf = ({ addresses }: AddressBookView) =>
  new Map(addresses.map(({ addressId, address }) => [addressId, address.line1]))

/** The recorded sessions as a history of versions. A value that nobody wrote is an error of its own. */
export function toHistory(sessions: readonly Session[]): Operation[] {
  const versions = new Map<string, number>()
  for (const { recorded } of sessions) {
    for (const one of recorded) if (one.is === 'write') versions.set(`${one.key}=${one.value}`, one.version)
  }
  const versionOf = ([key, value]: [string, string]): [string, number] => {
    const version = BEFORE.has(value) ? 0 : versions.get(`${key}=${value}`)
    if (version === undefined) throw new Error(`${key} showed ${value}, which nobody wrote.`)
    return [key, version]
  }
  return sessions.flatMap(({ client, recorded }) =>
    recorded.map((one): Operation => {
      if (one.is === 'write') return { is: 'write', client, key: one.key, version: one.version }
      return { is: 'read', client, seen: Object.fromEntries(Object.entries(one.values).map(versionOf)) }
    }),
  )
}

/** What a place holds before anybody has written: one of each item, and no address. */
const BEFORE = new Set(['1', ''])
