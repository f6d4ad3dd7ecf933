import { type Role, roleUrl } from '@/db/role-url'
import { parseDeployment } from '@/server/config'
import type { Environment } from '@/server/config/read-environment'

const ownerVariables = ['DATABASE_URL', 'READ_DATABASE_URL']

const roleVariables = {
  command: 'COMMAND_DATABASE_URL',
  projector: 'PROJECTOR_DATABASE_URL',
  query: 'QUERY_DATABASE_URL',
} as const

export type RoleAddresses = Record<(typeof roleVariables)[Role], string>

/** The address of the database for each role, by the name of its variable. */
export function roleAddresses(
  databaseUrl: string,
  readDatabaseUrl: string | undefined,
  sessionSecret: string,
): RoleAddresses {
  return {
    COMMAND_DATABASE_URL: roleUrl(databaseUrl, 'command', sessionSecret),
    PROJECTOR_DATABASE_URL: roleUrl(databaseUrl, 'projector', sessionSecret),
    QUERY_DATABASE_URL: roleUrl(readDatabaseUrl ?? databaseUrl, 'query', sessionSecret),
  }
}

/** The environment for a process that needs no database at all. */
export function withoutDatabase(env: Environment): Environment {
  const rest = { ...env }
  for (const name of [...ownerVariables, ...Object.values(roleVariables)]) delete rest[name]
  return rest
}

/** The environment for a process that may act in these roles only: the owner's address is gone from it. */
export function environmentFor(roles: Role[], addresses: RoleAddresses, env: Environment): Environment {
  const rest = withoutDatabase(env)
  for (const role of roles) rest[roleVariables[role]] = addresses[roleVariables[role]]
  return rest
}

/** Turns the environment of this process, started with DATABASE_URL, into one for these roles only. */
export function keepOnlyRoles(env: Environment, roles: Role[]): void {
  const { databaseUrl, readDatabaseUrl, sessionSecret } = parseDeployment(env)
  if (!databaseUrl || !sessionSecret) return
  const kept = environmentFor(roles, roleAddresses(databaseUrl, readDatabaseUrl, sessionSecret), env)
  for (const name of Object.keys(env)) if (!(name in kept)) delete env[name]
  Object.assign(env, kept)
}
