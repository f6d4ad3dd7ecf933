import { z } from 'zod'
import { checkMail, checkTogether } from './config/checks'
import { health, mail, shop, splitting, workerMetrics } from './config/parts'
import { type Environment, readEnvironment } from './config/read-environment'
import { variables } from './config/variables'

const web = shop.extend(mail.shape).extend({
  COMMAND_DATABASE_URL: variables.COMMAND_DATABASE_URL,
  QUERY_DATABASE_URL: variables.QUERY_DATABASE_URL,
  SESSION_SECRET: variables.SESSION_SECRET,
  SHOP_DEMO: variables.SHOP_DEMO,
  // Only behind https are cookies marked secure; without it, the shop is on plain http. Letters lead to it.
  SHOP_URL: variables.SHOP_URL.optional(),
  PORT: variables.PORT,
  TRUSTED_PROXIES: variables.TRUSTED_PROXIES,
  METRICS_TOKEN: variables.METRICS_TOKEN.optional(),
  HEALTH_MAX_LAG_SECONDS: variables.HEALTH_MAX_LAG_SECONDS,
})

const worker = shop
  .extend(mail.shape)
  .extend({
    PROJECTOR_DATABASE_URL: variables.PROJECTOR_DATABASE_URL,
    // Policies answer events with commands.
    COMMAND_DATABASE_URL: variables.COMMAND_DATABASE_URL,
    SESSION_SECRET: variables.SESSION_SECRET,
    // Letters lead to the shop.
    SHOP_URL: variables.SHOP_URL.optional(),
    PORT: variables.PORT,
  })
  .extend(workerMetrics.shape)
  .extend(splitting.shape)

const projector = z.object({
  PROJECTOR_DATABASE_URL: variables.PROJECTOR_DATABASE_URL.optional(),
  COMMAND_DATABASE_URL: variables.COMMAND_DATABASE_URL.optional(),
})

const proxies = z.object({ TRUSTED_PROXIES: variables.TRUSTED_PROXIES })

const address = z.object({ PORT: variables.PORT, HOST: variables.HOST })

const deployment = z.object({
  DATABASE_URL: variables.DATABASE_URL.optional(),
  READ_DATABASE_URL: variables.READ_DATABASE_URL.optional(),
  SESSION_SECRET: variables.SESSION_SECRET.optional(),
  SHOP_DEMO: variables.SHOP_DEMO,
  TIDEMARK_DATA_DIR: variables.TIDEMARK_DATA_DIR,
})

const supervisor = deployment
  .extend(shop.shape)
  .extend(mail.shape)
  .extend(address.shape)
  .extend(proxies.shape)
  .extend(workerMetrics.shape)
  .extend(splitting.shape)
  .extend(health.shape)

export type ShopConfig = {
  currency: string
  timeZone: string
  logLevel: string
  redisUrl: string | undefined
  /** Where traces go; undefined: there are none. */
  traceUrl: string | undefined
}

/** What every process of the shop knows. */
export function parseShopEnv(env: Environment): ShopConfig {
  return describeShop(readEnvironment(shop, env))
}

/** What the web process gets: the command and the query role, and no more. */
export function parseWebEnv(env: Environment) {
  const read = readEnvironment(web.superRefine(checkMail), env)
  return {
    ...describeShop(read),
    ...describeMail(read),
    commandDatabaseUrl: read.COMMAND_DATABASE_URL,
    queryDatabaseUrl: read.QUERY_DATABASE_URL,
    sessionSecret: read.SESSION_SECRET,
    publicUrl: read.SHOP_URL,
    trustedProxies: read.TRUSTED_PROXIES,
    metricsToken: read.METRICS_TOKEN,
    mostLagMs: read.HEALTH_MAX_LAG_SECONDS * 1000,
    hasDemoAccounts: read.SHOP_DEMO === 'on',
  }
}

/** What the worker gets: the projector and, for policies, the command role. */
export function parseWorkerEnv(env: Environment) {
  const read = readEnvironment(worker.superRefine(checkMail), env)
  return {
    ...describeShop(read),
    ...describeMail(read),
    projectorDatabaseUrl: read.PROJECTOR_DATABASE_URL,
    commandDatabaseUrl: read.COMMAND_DATABASE_URL,
    sessionSecret: read.SESSION_SECRET,
    metricsToken: read.METRICS_TOKEN,
    metricsPort: read.WORKER_METRICS_PORT,
    partitions: read.PROJECTION_PARTITIONS,
  }
}

/** What a process that prepares the database for the others gets. */
export function parseDeployment(env: Environment) {
  return describeDeployment(readEnvironment(deployment.superRefine(checkTogether), env))
}

/** Whose word on the sender of a request is taken: nobody's, unless they are named. */
export function parseTrustedProxies(env: Environment): string[] {
  return readEnvironment(proxies, env).TRUSTED_PROXIES
}

/** The roles' own addresses, where a process was given them. */
export function parseReaderUrls(env: Environment): { projector: string | undefined; command: string | undefined } {
  const read = readEnvironment(projector, env)
  return { projector: read.PROJECTOR_DATABASE_URL, command: read.COMMAND_DATABASE_URL }
}

export type Deployment = ReturnType<typeof parseDeployment>

/** What the supervisor gets: everything. Without HOST the web listens on this machine only: everybody knows a demo's passwords. */
export function parseSupervisorEnv(env: Environment) {
  const read = readEnvironment(supervisor.superRefine(checkTogether).superRefine(checkMail), env)
  return { ...describeDeployment(read), ...describeShop(read), port: read.PORT, host: read.HOST }
}

/** Where the shop says that it is found. */
function describeDeployment(read: z.infer<typeof deployment>) {
  return {
    databaseUrl: read.DATABASE_URL,
    readDatabaseUrl: read.READ_DATABASE_URL,
    sessionSecret: read.SESSION_SECRET,
    /** A given database is somebody's: it gets demo data, and accounts with known passwords, only when asked for. */
    demo: read.SHOP_DEMO ? read.SHOP_DEMO === 'on' : read.DATABASE_URL === undefined,
    dataDir: read.TIDEMARK_DATA_DIR,
  }
}

/** How letters leave, and where they lead. */
function describeMail(read: Pick<z.infer<typeof worker>, keyof z.infer<typeof mail> | 'SHOP_URL' | 'PORT'>) {
  return {
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM ?? 'Tidemark <orders@localhost>',
    dataDir: read.TIDEMARK_DATA_DIR,
    shopUrl: read.SHOP_URL ?? `http://localhost:${read.PORT}`,
  }
}

function describeShop(read: z.infer<typeof shop>): ShopConfig {
  return {
    currency: read.SHOP_CURRENCY,
    timeZone: read.SHOP_TIME_ZONE,
    logLevel: read.LOG_LEVEL,
    redisUrl: read.REDIS_URL,
    traceUrl: read.OTEL_EXPORTER_OTLP_ENDPOINT,
  }
}
