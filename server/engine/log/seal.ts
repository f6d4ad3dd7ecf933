import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { AnySql, TransactionSql } from '../database/postgres'
import type { EventDefinitions } from './event'
import { openLater } from './open-when-asked'
import { takeRandomBytes } from './random-bytes'

const IV_BYTES = 12
const TAG_BYTES = 16

type Data = Record<string, unknown>
/** Null: it was looked for, and is no more. */
type Keys = ReadonlyMap<string, Uint8Array | null>
type SubjectKey = { subject: string; key: Uint8Array }

/** AES-256-GCM; the text is base64 of iv, tag and ciphertext. */
export function seal(value: unknown, key: Uint8Array): { sealed: string } {
  const iv = takeRandomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return { sealed: Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64') }
}

/** Throws when the text was changed or the key is another one. */
export function unseal(value: { sealed: string }, key: Uint8Array): unknown {
  const bytes = Buffer.from(value.sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES))
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
  return JSON.parse(text.toString('utf8'))
}

/**
 * Encrypts the personal fields of events that are about to be appended, making keys for subjects that have none: inside
 * the transaction that appends them.
 */
export async function sealPersonal<E extends { type: string; data: unknown }>(
  sql: TransactionSql,
  definitions: EventDefinitions,
  events: readonly E[],
): Promise<E[]> {
  const subjects = subjectsOf(definitions, events)
  if (subjects.length === 0) return [...events]
  const keys = await keysOf(sql, subjects, 'create')
  return events.map((event) => mapPersonal(definitions, event, keys, (value, key) => seal(value, key)))
}

/** When personal fields are decrypted: at once, or each when somebody asks for it. */
export type Opening = 'at once' | 'when asked'

/**
 * Decrypts the personal fields of events that were read. Fields whose subject was forgotten become null. Keys that came
 * with the events (`subjectKeyColumn`) need not be looked for.
 */
export async function unsealPersonal<E extends { type: string; data: unknown }>(
  sql: AnySql,
  definitions: EventDefinitions,
  events: readonly E[],
  known: Keys = new Map(),
  opening: Opening = 'at once',
): Promise<E[]> {
  const subjects = subjectsOf(definitions, events)
  if (subjects.length === 0) return [...events]
  const missing = subjects.filter((subject) => !known.has(subject))
  const keys = missing.length > 0 ? new Map([...known, ...(await keysOf(sql, missing, 'find'))]) : known
  if (opening === 'at once') return events.map((event) => mapPersonal(definitions, event, keys, unsealIfSealed))
  for (const event of events) openLater(definitions, event, keys, unsealIfSealed)
  return [...events]
}

/** The key of the person that an event `e` of one of these types is about, to be read together with the event. */
export function subjectKeyColumn(sql: AnySql, definitions: EventDefinitions, types: readonly string[]) {
  const fields = types.flatMap((type) => {
    const personal = definitions[type]?.personal
    return personal ? [[type, personal.subject]] : []
  })
  if (fields.length === 0) return sql`null::bytea`
  return sql`(
    select k.key from write.subject_key k
    where k.subject = (e.data ->> (${sql.json(Object.fromEntries(fields))}::jsonb ->> e.type))::uuid)`
}

/** The keys that were read together with events. */
export function keysReadWith(
  definitions: EventDefinitions,
  rows: readonly { type: string; data: unknown; subject_key?: Uint8Array | null }[],
): Keys {
  const keys = new Map<string, Uint8Array | null>()
  for (const { type, data, subject_key: key } of rows) {
    const personal = definitions[type]?.personal
    if (personal && key !== undefined) keys.set(String((data as Data)[personal.subject]), key)
  }
  return keys
}

function unsealIfSealed(value: unknown, key: Uint8Array): unknown {
  const isSealed = typeof value === 'object' && value !== null && 'sealed' in value
  return isSealed ? unseal(value as { sealed: string }, key) : value
}

function subjectsOf(definitions: EventDefinitions, events: readonly { type: string; data: unknown }[]): string[] {
  const subjects = new Set<string>()
  for (const { type, data } of events) {
    const personal = definitions[type]?.personal
    if (!personal || data === null) continue
    const holdsAny = personal.fields.some((field) => (data as Data)[field] !== null)
    if (holdsAny) subjects.add(String((data as Data)[personal.subject]))
  }
  return [...subjects]
}

function mapPersonal<E extends { type: string; data: unknown }>(
  definitions: EventDefinitions,
  event: E,
  keys: Keys,
  change: (value: unknown, key: Uint8Array) => unknown,
): E {
  const personal = definitions[event.type]?.personal
  if (!personal || event.data === null) return event
  const data = { ...(event.data as Data) }
  const key = keys.get(String(data[personal.subject]))
  for (const field of personal.fields) {
    const value = data[field]
    if (value !== null) data[field] = key ? change(value, key) : null
  }
  return { ...event, data }
}

async function keysOf(sql: AnySql, subjects: string[], mode: 'find' | 'create'): Promise<Keys> {
  const rows = await (mode === 'create' ? makeKeys(sql, subjects) : findKeys(sql, subjects))
  return new Map(rows.map((row) => [row.subject, row.key]))
}

function makeKeys(sql: AnySql, subjects: string[]) {
  // As hex: the driver takes an array of bytes for one value of bytes.
  const keys = subjects.map(() => takeRandomBytes(32).toString('hex'))
  // A key that stands is written as it is: so it is locked, and answered, also where another transaction has just made it.
  return sql<SubjectKey[]>`
    insert into write.subject_key as standing (subject, key)
    select subject, decode(key, 'hex')
    from jsonb_to_recordset(${sql.json(subjects.map((subject, index) => ({ subject, key: keys[index] })))})
      as made (subject uuid, key text)
    order by subject
    on conflict (subject) do update set key = standing.key
    returning subject, key`
}

function findKeys(sql: AnySql, subjects: string[]) {
  return sql<SubjectKey[]>`
    select subject, key from write.subject_key where subject = any(${subjects}::uuid[])`
}
