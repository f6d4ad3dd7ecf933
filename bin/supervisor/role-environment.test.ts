import { expect, it } from 'vitest'
import { keepOnlyRoles } from './role-environment'

const owner = 'postgres://owner:owners-password@db.example:5432/shop'
const given = () => ({
  DATABASE_URL: owner,
  READ_DATABASE_URL: 'postgres://replica.example:5432/shop',
  SESSION_SECRET: 'a secret of more than thirty-two characters',
  PROJECTOR_DATABASE_URL: 'postgres://left.over/shop',
  SHOP_CURRENCY: 'EUR',
})

it('leaves a process the addresses of its own roles, and what is not about databases', () => {
  const env: Record<string, string | undefined> = given()
  keepOnlyRoles(env, ['command', 'query'])
  expect(Object.keys(env).sort()).toEqual([
    'COMMAND_DATABASE_URL',
    'QUERY_DATABASE_URL',
    'SESSION_SECRET',
    'SHOP_CURRENCY',
  ])
  expect(JSON.stringify(env)).not.toContain('owners-password')
})

it('reads from the read database, as the query role', () => {
  const env: Record<string, string | undefined> = given()
  keepOnlyRoles(env, ['query'])
  expect(new URL(env.QUERY_DATABASE_URL ?? '')).toMatchObject({
    hostname: 'replica.example',
    username: 'tidemark_query',
  })
})

it('writes to the database of the owner, as the command role', () => {
  const env: Record<string, string | undefined> = given()
  keepOnlyRoles(env, ['command'])
  expect(new URL(env.COMMAND_DATABASE_URL ?? '')).toMatchObject({
    hostname: 'db.example',
    username: 'tidemark_command',
  })
})
