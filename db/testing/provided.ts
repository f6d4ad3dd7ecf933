/** The session secret of every test database; the passwords of the four roles derive from it. */
export const testSessionSecret = 'a session secret that only tests know'

/** The name of the migrated database that test databases are copied from. */
export const templateDatabase = 'tidemark_template'

declare module 'vitest' {
  interface ProvidedContext {
    /** The throw-away server, as superuser. */
    postgresUrl: string
    /** Set where the suite runs with BullMQ on Redis. */
    redisUrl: string | undefined
  }
}
