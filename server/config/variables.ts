import { z } from 'zod'
import { partitions } from './partitions'

/** Each variable of the environment: what it may be, and what to say when it is not. The message follows the name. */

const postgresAdvice = 'set it like postgres://user:password@host:5432/tidemark'

const postgresUrl = z
  .string(`is missing: ${postgresAdvice}`)
  .refine(
    (value) => hasProtocol(value, 'postgres:', 'postgresql:'),
    `is not the address of a PostgreSQL database: ${postgresAdvice}`,
  )

const redisUrl = z
  .string()
  .refine(
    (value) => value.split(',').every((one) => hasProtocol(one.trim(), 'redis:', 'rediss:')),
    'is not the address of a Redis or Valkey: set it like redis://host:6379 (of a cluster: several, with commas between), or leave it out to queue on PostgreSQL',
  )

const port = z
  .string()
  .regex(/^\d+$/, 'is not a port: set it to a whole number from 1 to 65535, for example PORT=3000')
  .transform(Number)
  .refine(
    (value) => value >= 1 && value <= 65_535,
    'is not a port: set it to a whole number from 1 to 65535, for example PORT=3000',
  )

const currency = z
  .string()
  .refine(
    (value) => Intl.supportedValuesOf('currency').includes(value),
    'is not a currency: set it to a code of ISO 4217 in capital letters, for example SHOP_CURRENCY=GBP',
  )

const timeZone = z
  .string()
  .refine(
    isTimeZone,
    'is not a time zone: set it to a name of the IANA database, for example SHOP_TIME_ZONE=Europe/London',
  )

const demo = z.enum(['on', 'off'], 'is neither on nor off: set SHOP_DEMO=off for an empty shop, or leave it out')

/** How to come by a good secret. */
export const secretAdvice = 'set it to at least 32 random characters, for example from: openssl rand -hex 32'
const sessionSecret = z.string(`is missing: ${secretAdvice}`).min(32, `is too short: ${secretAdvice}`)

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const logLevel = z.enum(levels, `is not a level: set it to one of ${levels.join(', ')}`)

const publicUrl = z
  .string()
  .refine(
    (value) => hasProtocol(value, 'http:', 'https:'),
    'is not a web address: set it to the one that shoppers use, for example SHOP_URL=https://shop.example',
  )

const traceUrl = z
  .string()
  .refine(
    (value) => hasProtocol(value, 'http:', 'https:'),
    'is not the address of an OpenTelemetry collector: set it like http://localhost:4318, or leave it out for no traces',
  )

const smtpUrl = z
  .string()
  .refine(
    (value) => hasProtocol(value, 'smtp:', 'smtps:'),
    'is not the address of a mail server: set it like smtp://user:password@host:587, or leave it out to keep letters in a folder',
  )

const mailFrom = z
  .string()
  .trim()
  .refine(
    (value) => z.email().safeParse(/^[^<>\r\n]*<([^<>]+)>$/.exec(value)?.[1] ?? value).success,
    'is nobody that letters could come from: set it like Tidemark <orders@shop.example>',
  )

const maxLag = z
  .string()
  .regex(/^[1-9]\d{0,4}$/, 'is no number of seconds: set it to a whole number from 1 to 99999')
  .transform(Number)

const metricsToken = z
  .string()
  .trim()
  .regex(
    /^[\x21-\x7e]{16,}$/,
    'is no token: set it to at least 16 characters without spaces, for example from: openssl rand -hex 32',
  )

const proxyAdvice =
  'set it to addresses or networks with commas between, for example TRUSTED_PROXIES=10.0.0.5,192.168.0.0/16'

const trustedProxies = z
  .string()
  .transform((value) => value.split(',').map((one) => one.trim()))
  .refine((proxies) => proxies.every(isAddressOrNetwork), `is not a list of addresses: ${proxyAdvice}`)

/** Every variable there is, by name. */
export const variables = {
  DATABASE_URL: postgresUrl,
  READ_DATABASE_URL: postgresUrl,
  COMMAND_DATABASE_URL: postgresUrl,
  PROJECTOR_DATABASE_URL: postgresUrl,
  QUERY_DATABASE_URL: postgresUrl,
  REDIS_URL: redisUrl,
  SESSION_SECRET: sessionSecret,
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  SHOP_URL: publicUrl,
  TRUSTED_PROXIES: trustedProxies.default([]),
  SHOP_CURRENCY: currency.default('GBP'),
  SHOP_TIME_ZONE: timeZone.default('Europe/London'),
  SHOP_DEMO: demo.optional(),
  LOG_LEVEL: logLevel.default('info'),
  SMTP_URL: smtpUrl,
  MAIL_FROM: mailFrom,
  HEALTH_MAX_LAG_SECONDS: maxLag.default(30),
  METRICS_TOKEN: metricsToken,
  OTEL_EXPORTER_OTLP_ENDPOINT: traceUrl,
  WORKER_METRICS_PORT: port,
  PROJECTION_PARTITIONS: partitions,
  TIDEMARK_DATA_DIR: z.string().default('.data'),
}

function hasProtocol(value: string, ...protocols: string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol)
}

// Offsets such as +01:00 pass as zones in JavaScript, and mean the opposite in PostgreSQL.
function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return !/^[+-]/.test(value)
  } catch {
    return false
  }
}

function isAddressOrNetwork(text: string): boolean {
  return [z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()].some((kind) => kind.safeParse(text).success)
}
