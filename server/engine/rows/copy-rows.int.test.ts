import { beforeEach, expect, it } from 'vitest'
import { ownReadSide } from '@/server/read/own-read-side'
import type { TransactionSql } from '../database/postgres'
import { copyRows } from './copy-rows'

const shop = ownReadSide()
beforeEach(() => shop.admin`create table if not exists copied (id int primary key)`)

const columns = [{ property: 'id', name: 'id', isJson: false }]
const copy = (rows: readonly object[]) =>
  shop.admin.begin((tx) => copyRows(tx as unknown as TransactionSql, 'copied', columns, rows))
const many = Array.from({ length: 200_000 }, (_, id) => ({ id }))

it.each([
  ['the same row twice', [{ id: 1 }, { id: 1 }], '23505'],
  ['what is no number', [{ id: 'one' }], '22P02'],
  ['what is no number, first of many', [{ id: 'one' }, ...many], '22P02'],
  ['the same row twice, last of many', [...many, { id: 1 }], '23505'],
])('a COPY of %s fails in words of PostgreSQL, and leaves nothing', async (_, rows, code) => {
  await expect(copy(rows)).rejects.toMatchObject({ code })
  expect(await shop.admin`select from copied limit 1`).toHaveLength(0)
})

it('after one that failed the connection serves the next', async () => {
  await expect(copy([{ id: 1 }, { id: 1 }])).rejects.toThrow()
  await copy(many)
  const [counted] = await shop.admin`select count(*)::int as rows from copied`
  expect(counted).toEqual({ rows: 200_000 })
  await shop.admin`truncate copied`
})
