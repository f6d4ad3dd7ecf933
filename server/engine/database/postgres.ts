import postgres from 'postgres'

export type Sql = postgres.Sql<{ bigint: number }>
export type TransactionSql = postgres.TransactionSql<{ bigint: number }>
/** Either a pool or a transaction: whatever a statement can be sent through. */
export type AnySql = Sql | TransactionSql

/** Before a lost connection is made anew. The driver's own pauses grow to 20 s, and are not always forgotten after it. */
const LONGEST_PAUSE_S = 0.5

export type ConnectOptions = {
  /** Shown in pg_stat_activity. */
  name: string
  /** Connections at most. */
  max?: number
  /** Seconds after which an idle connection is closed; 0 keeps it. */
  idleTimeout?: number
  /** Session settings, for instance `{ synchronous_commit: 'off' }`. */
  settings?: Record<string, string>
}

/**
 * A pool in our dialect: int8 is a number (positions and minor units stay below 2^53), timestamps are ISO 8601 strings
 * in UTC, dates stay text, and a jsonb parameter may be a value or text that is JSON already, as Drizzle sends it.
 */
export function connect(url: string, options: ConnectOptions): Sql {
  return postgres(url, {
    max: options.max ?? 10,
    idle_timeout: options.idleTimeout ?? 0,
    connect_timeout: 10,
    backoff: (retries) => Math.min(0.01 * 2 ** retries, LONGEST_PAUSE_S),
    onnotice: () => {},
    connection: { application_name: options.name, TimeZone: 'UTC', ...options.settings },
    types: {
      bigint: { to: 20, from: [20], serialize: String, parse: Number },
      json: { to: 3802, from: [114, 3802], serialize: toJson, parse: JSON.parse },
      instant: { to: 1184, from: [1184], serialize: String, parse: (text: string) => new Date(text).toISOString() },
      date: { to: 1082, from: [1082], serialize: String, parse: (text: string) => text },
    },
  })
}

function toJson(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
