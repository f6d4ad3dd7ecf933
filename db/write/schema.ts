import { pgSchema } from 'drizzle-orm/pg-core'

/** Everything that commands decide on, normalised, and the log of what they decided. */
export const write = pgSchema('write')
