import type { z } from 'zod'
import { StartRefusal } from '@/server/start-refusal'

export type Environment = Record<string, string | undefined>

/** Reads the variables that a schema names. Whatever is wrong is said at once, a line for each variable. */
export function readEnvironment<Schema extends z.ZodObject>(schema: Schema, env: Environment): z.infer<Schema> {
  // Compose files and shells set a variable to nothing when they mean to leave it out.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  throw new StartRefusal(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'))
}
