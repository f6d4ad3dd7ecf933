import { z } from 'zod'
import { type Environment, readEnvironment } from './config/read-environment'
import { variables } from './config/variables'

const shop = z.object({
  SHOP_CURRENCY: variables.SHOP_CURRENCY,
  SHOP_TIME_ZONE: variables.SHOP_TIME_ZONE,
  LOG_LEVEL: variables.LOG_LEVEL,
  REDIS_URL: variables.REDIS_URL.optional(),
})

const web = shop.extend({
  COMMAND_DATABASE_URL: variables.COMMAND_DATABASE_URL,
  QUERY_DATABASE_URL: variables.QUERY_DATABASE_URL,
  SESSION_SECRET: variables.SESSION_SECRET,
  SHOP_DEMO: variables.SHOP_DEMO,
})

const worker = shop.extend({
  PROJECTOR_DATABASE_URL: variables.PROJECTOR_DATABASE_URL,
  // Policies answer events with commands.
  COMMAND_DATABASE_URL: variables.COMMAND_DATABASE_URL,
  SESSION_SECRET: variables.SESSION_SECRET,
})

const address = z.object({ PORT: variables.PORT, HOST: variables.HOST })

const deployment = z
  .object({
    DATABASE_URL: variables.DATABASE_URL.optional(),
    READ_DATABASE_URL: variables.READ_DATABASE_URL.optional(),
    SESSION_SECRET: variables.SESSION_SECRET.optional(),
    SHOP_DEMO: variables.SHOP_DEMO,
    TIDEMARK_DATA_DIR: variables.TIDEMARK_DATA_DIR,
  })
  .superRefine((env, context) => {
    const refuse = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message })
    if (env.READ_DATABASE_URL && !env.DATABASE_URL)
      refuse('READ_DATABASE_URL', 'is given without DATABASE_URL: give both, or neither to use the embedded PostgreSQL')
    if (env.DATABASE_URL && !env.SESSION_SECRET)
      refuse('SESSION_SECRET', variables.SESSION_SECRET.safeParse(undefined).error?.issues[0]?.message ?? 'is missing')
  })

export type ShopConfig = { currency: string; timeZone: string; logLevel: string; redisUrl: string | undefined }

/** What every process of the shop knows. */
export function parseShopEnv(env: Environment): ShopConfig {
  const read = readEnvironment(shop, env)
  return {
    currency: read.SHOP_CURRENCY,
    timeZone: read.SHOP_TIME_ZONE,
    logLevel: read.LOG_LEVEL,
    redisUrl: read.REDIS_URL,
  }
}

/** What the web process gets: the command and the query role, and no more. */
export function parseWebEnv(env: Environment) {
  const read = readEnvironment(web, env)
  return {
    ...parseShopEnv(env),
    commandDatabaseUrl: read.COMMAND_DATABASE_URL,
    queryDatabaseUrl: read.QUERY_DATABASE_URL,
    sessionSecret: read.SESSION_SECRET,
    hasDemoAccounts: read.SHOP_DEMO === 'on',
  }
}

/** What the worker gets: the projector and, for policies, the command role. */
export function parseWorkerEnv(env: Environment) {
  const read = readEnvironment(worker, env)
  return {
    ...parseShopEnv(env),
    projectorDatabaseUrl: read.PROJECTOR_DATABASE_URL,
    commandDatabaseUrl: read.COMMAND_DATABASE_URL,
    sessionSecret: read.SESSION_SECRET,
  }
}

/** Where the web listens. Without HOST, on this machine only: a demo has passwords that everybody knows. */
export function parseAddress(env: Environment): { port: number; host: string } {
  const read = readEnvironment(address, env)
  return { port: read.PORT, host: read.HOST }
}

export type Deployment = ReturnType<typeof parseDeployment>

/** What a process that prepares the database for the others gets. */
export function parseDeployment(env: Environment) {
  const read = readEnvironment(deployment, env)
  return {
    databaseUrl: read.DATABASE_URL,
    readDatabaseUrl: read.READ_DATABASE_URL,
    sessionSecret: read.SESSION_SECRET,
    /** A given database is somebody's: it gets demo data, and accounts with known passwords, only when asked for. */
    demo: read.SHOP_DEMO ? read.SHOP_DEMO === 'on' : read.DATABASE_URL === undefined,
    dataDir: read.TIDEMARK_DATA_DIR,
  }
}
