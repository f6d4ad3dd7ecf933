import { describe, expect, it } from 'vitest'
import {
  parseDeployment,
  parseShopEnv,
  parseSupervisorEnv,
  parseTrustedProxies,
  parseWebEnv,
  parseWorkerEnv,
} from './config'
import { StartRefusal } from './start-refusal'

const secret = 'a secret of more than thirty-two characters'
const database = 'postgres://somebody:pass@db.example:5432/shop'

const refusalOf = (parse: () => unknown): string => {
  try {
    parse()
  } catch (error) {
    if (error instanceof StartRefusal) return error.message
    throw error
  }
  throw new Error('was not refused')
}

describe('with nothing set', () => {
  it('is a British demo shop on port 3000 of this machine, with the embedded database', () => {
    expect(parseSupervisorEnv({})).toEqual({
      currency: 'GBP',
      timeZone: 'Europe/London',
      logLevel: 'info',
      redisUrl: undefined,
      databaseUrl: undefined,
      readDatabaseUrl: undefined,
      sessionSecret: undefined,
      demo: true,
      dataDir: '.data',
      port: 3000,
      host: '127.0.0.1',
    })
  })

  it('takes an empty variable for a missing one', () => {
    expect(parseSupervisorEnv({ PORT: '', REDIS_URL: ' ', DATABASE_URL: '' })).toEqual(parseSupervisorEnv({}))
  })
})

describe('the demo', () => {
  it.each([
    ['on with the embedded database', {}, true],
    ['off when turned off', { SHOP_DEMO: 'off' }, false],
    ['off with a given database', { DATABASE_URL: database, SESSION_SECRET: secret }, false],
    [
      'on with a given database when asked for',
      { DATABASE_URL: database, SESSION_SECRET: secret, SHOP_DEMO: 'on' },
      true,
    ],
  ])('is %s', (_, env, expected) => {
    expect(parseDeployment(env).demo).toBe(expected)
  })
})

describe('refusals', () => {
  it.each([
    ['PORT', '3000a'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['SHOP_CURRENCY', 'gbp'],
    ['SHOP_CURRENCY', 'XXL'],
    ['SHOP_TIME_ZONE', 'Mars/Olympus'],
    ['SHOP_TIME_ZONE', '+01:00'],
    ['SHOP_DEMO', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['REDIS_URL', 'localhost:6379'],
    ['SMTP_URL', 'mail.example:25'],
    ['TRUSTED_PROXIES', 'proxy.example'],
    ['TRUSTED_PROXIES', '10.0.0.5, 10.0.0.0/33'],
    ['MAIL_FROM', 'Tidemark'],
    ['MAIL_FROM', 'Tidemark <orders>'],
    ['REDIS_URL', 'redis://one:6379,http://two'],
    ['DATABASE_URL', 'mysql://somewhere/shop'],
    ['SESSION_SECRET', 'short'],
    ['METRICS_TOKEN', 'short'],
    ['HEALTH_MAX_LAG_SECONDS', '0'],
    ['METRICS_TOKEN', 'long enough but with spaces'],
    ['WORKER_METRICS_PORT', '65536'],
    ['PROJECTION_PARTITIONS', 'order-history'],
    ['PROJECTION_PARTITIONS', 'revenue=2'],
    ['PROJECTION_PARTITIONS', 'order-history=0'],
  ])('refuses %s=%s, and says what to do', (name, value) => {
    const sentence = refusalOf(() =>
      parseSupervisorEnv({ MAIL_FROM: 'orders@shop.example', SESSION_SECRET: secret, [name]: value }),
    )
    expect(sentence).toMatch(new RegExp(`^${name} is .+: set (it|${name})`))
    expect(sentence.split('\n')).toHaveLength(1)
  })

  it('names every wrong variable at once', () => {
    const lines = refusalOf(() => parseSupervisorEnv({ PORT: 'x', SHOP_TIME_ZONE: 'x', LOG_LEVEL: 'x' })).split('\n')
    expect(lines.map((line) => line.split(' ')[0]).sort()).toEqual(['LOG_LEVEL', 'PORT', 'SHOP_TIME_ZONE'])
  })

  it('asks for a secret where a database is given', () => {
    expect(refusalOf(() => parseDeployment({ DATABASE_URL: database }))).toMatch(/^SESSION_SECRET is missing/)
  })

  it('refuses a read database without the database it is read from', () => {
    expect(refusalOf(() => parseDeployment({ READ_DATABASE_URL: database }))).toMatch(
      /^READ_DATABASE_URL is given without/,
    )
  })

  it('asks who letters come from where a mail server is given', () => {
    const smtp = { SMTP_URL: 'smtps://me:pass@mail.example' }
    expect(refusalOf(() => parseSupervisorEnv(smtp))).toMatch(/^MAIL_FROM is missing beside SMTP_URL: set it/)
    expect(() => parseSupervisorEnv({ ...smtp, MAIL_FROM: 'Tidemark <orders@shop.example>' })).not.toThrow()
    expect(() => parseSupervisorEnv({ ...smtp, MAIL_FROM: 'orders@shop.example' })).not.toThrow()
  })

  it('never repeats a secret', () => {
    const sentence = refusalOf(() =>
      parseDeployment({ SESSION_SECRET: 'hunter2', DATABASE_URL: 'http://me:hunter2@x' }),
    )
    expect(sentence).not.toContain('hunter2')
  })
})

describe('each process', () => {
  const addresses = { COMMAND_DATABASE_URL: database, PROJECTOR_DATABASE_URL: database, QUERY_DATABASE_URL: database }
  const env = { ...addresses, SESSION_SECRET: secret }

  it('needs no database to know the shop', () => {
    expect(parseShopEnv({ SHOP_CURRENCY: 'EUR', SHOP_TIME_ZONE: 'Europe/Berlin' })).toMatchObject({
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
    })
  })

  it('gives the web the command and the query role', () => {
    expect(Object.keys(parseWebEnv(env)).filter((key) => key.endsWith('DatabaseUrl'))).toEqual([
      'commandDatabaseUrl',
      'queryDatabaseUrl',
    ])
  })

  it('believes nobody on who sent a request, unless they are named', () => {
    expect(parseWebEnv(env).trustedProxies).toEqual([])
    expect(parseTrustedProxies({ TRUSTED_PROXIES: '10.0.0.5, 192.168.0.0/16,2001:db8::/32' })).toEqual([
      '10.0.0.5',
      '192.168.0.0/16',
      '2001:db8::/32',
    ])
  })

  it('gives the worker the projector and the command role', () => {
    expect(Object.keys(parseWorkerEnv(env)).filter((key) => key.endsWith('DatabaseUrl'))).toEqual([
      'projectorDatabaseUrl',
      'commandDatabaseUrl',
    ])
  })

  it('has demo accounts in the web only where the supervisor says so', () => {
    expect(parseWebEnv(env).hasDemoAccounts).toBe(false)
    expect(parseWebEnv({ ...env, SHOP_DEMO: 'on' }).hasDemoAccounts).toBe(true)
  })

  it('lets letters of both lead to the shop’s own address', () => {
    for (const parse of [parseWebEnv, parseWorkerEnv]) {
      expect(parse({ ...env, PORT: '4000' }).shopUrl).toBe('http://localhost:4000')
      expect(parse({ ...env, SHOP_URL: 'https://shop.example' }).shopUrl).toBe('https://shop.example')
      expect(refusalOf(() => parse({ ...env, SMTP_URL: 'smtp://mail.example' }))).toMatch(/^MAIL_FROM is missing/)
    }
  })

  it('says which role is missing', () => {
    expect(refusalOf(() => parseWebEnv({ SESSION_SECRET: secret, COMMAND_DATABASE_URL: database }))).toMatch(
      /^QUERY_DATABASE_URL is missing/,
    )
  })
})
