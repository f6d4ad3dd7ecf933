import { EventEmitter } from 'node:events'
import pg from 'pg'

/** For all queues of a process together. */
const MOST_CONNECTIONS = 6

type OnError = (error: Error) => void

/** What BullMQ takes for a pool. */
type QueuePool = Pick<pg.Pool, 'query' | 'end'> & {
  connect: () => Promise<Seat>
  on: () => void
  options: { keepAlive: true }
}

/** The connections of all queues of this process to one server. */
type Shared = { pool: pg.Pool; ears: Ears; users: Set<OnError> }

const opened = new Map<string, Shared>()

/**
 * What BullMQ keeps its jobs by on PostgreSQL: connections that all queues of a process share, one of which listens. Each
 * queue with a pool of its own would hold four, and PostgreSQL wakes everybody who listens at every notification
 * whatever it is about, which under load are some hundred a second. Of a connection that is lost in the pool `onError`
 * hears, and nobody need do anything.
 */
export function sharePostgres(url: string, onError: OnError): { connection: QueuePool; disconnect: () => void } {
  const shared = opened.get(url) ?? open(url)
  // Another one than whatever the same caller shared before.
  const user: OnError = (error) => onError(error)
  shared.users.add(user)
  const connection: QueuePool = {
    query: shared.pool.query.bind(shared.pool) as pg.Pool['query'],
    connect: async () => new Seat(shared),
    end: async () => {},
    on: () => {},
    options: { keepAlive: true },
  }
  return {
    connection,
    disconnect() {
      shared.users.delete(user)
      if (shared.users.size > 0) return
      if (opened.get(url) === shared) opened.delete(url)
      shared.ears.close()
      shared.pool.end().catch(onError)
    },
  }
}

function open(url: string): Shared {
  const settings = { connectionString: url, options: '-c search_path="bullmq"', keepAlive: true }
  const pool = new pg.Pool({ ...settings, max: MOST_CONNECTIONS })
  const users = new Set<OnError>()
  const tellOne: OnError = (error) => [...users][0]?.(error)
  // Every connection has somebody who hears its errors: one that is cut off while it is lent out would end the process.
  pool.on('error', tellOne)
  pool.on('connect', (client) => client.on('error', tellOne))
  const shared = { pool, users, ears: createEars(settings) }
  opened.set(url, shared)
  return shared
}

/** `ready`: when all that was asked of it is done. */
type Line = { client: pg.Client; heard: Set<string>; ready: Promise<void> }
type Ears = ReturnType<typeof createEars>

/** One connection that listens for whoever has something to listen for. */
function createEars(settings: pg.ClientConfig) {
  const seats = new Map<Seat, Set<string>>()
  let current: Line | null = null

  function dial(): Line {
    const client = new pg.Client(settings)
    const line: Line = { client, heard: new Set(), ready: client.connect().then(() => {}) }
    client.on('error', (error) => lose(line, error))
    client.on('end', () => lose(line, new Error('The connection that listens for jobs was closed.')))
    client.on('notification', (message) => {
      for (const [seat, channels] of seats) if (channels.has(message.channel)) seat.emit('notification', message)
    })
    return line
  }

  /** Whoever listens hears of it, and asks for another one. */
  function lose(line: Line, error: Error): void {
    if (current !== line) return
    current = null
    line.client.end().catch(() => {})
    for (const seat of seats.keys()) seat.fail(error)
  }

  /** One after the other, and each channel once. */
  function hear(line: Line, channel: string): Promise<void> {
    line.ready = line.ready.then(async () => {
      if (line.heard.has(channel)) return
      await line.client.query(`listen ${pg.escapeIdentifier(channel)}`)
      line.heard.add(channel)
    })
    return line.ready
  }

  return {
    async listen(seat: Seat, channel: string): Promise<void> {
      seats.set(seat, (seats.get(seat) ?? new Set()).add(channel))
      current ??= dial()
      const line = current
      await hear(line, channel).catch((error) => {
        lose(line, error)
        throw error
      })
    },
    leave(seat: Seat): void {
      seats.delete(seat)
    },
    close(): void {
      const last = current
      current = null
      seats.clear()
      last?.ready.then(() => last.client.end()).catch(() => {})
    },
  }
}

/** BullMQ's statements begin with a comment. */
const LISTEN = /^\s*listen\s+"?(\w+)"?/im
const NAME = /set_config\('application_name'/i

/** What BullMQ takes for a connection of its own: what it listens for comes by way of the one that all share. */
class Seat extends EventEmitter {
  constructor(private readonly shared: Shared) {
    super()
  }

  async query(text: string, values?: unknown[]): Promise<pg.QueryResult | { rows: [] }> {
    const [, channel] = LISTEN.exec(text) ?? []
    if (channel) {
      await this.shared.ears.listen(this, channel)
      return { rows: [] }
    }
    // The name is the worker's, and the connection everybody's.
    if (NAME.test(text)) return { rows: [] }
    return this.shared.pool.query(text, values)
  }

  fail(error: Error): void {
    if (this.listenerCount('error') > 0) this.emit('error', error)
  }

  release(): void {
    this.shared.ears.leave(this)
  }
}
