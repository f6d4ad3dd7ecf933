import { expect, it } from 'vitest'
import { memoryStorage } from '../testing'
import { createDisk } from './disk'
import { createRefusalBook } from './refusal-book'

const refusal = (id: string) => ({ id, name: 'Note', input: { id }, hint: undefined, rejection: { code: 'TooLate' } })
const ids = ({ all }: ReturnType<typeof createRefusalBook>) => all().map(({ id }) => id)

it('keeps what nobody has read over a reload, oldest first, and no entry of the journal is made of it', () => {
  const storage = memoryStorage()
  const book = createRefusalBook('anna', () => storage)
  book.add(refusal('b'))
  book.add(refusal('a'))
  expect(createRefusalBook('anna', () => storage).all()).toEqual(['a', 'b'].map(refusal))
  expect(createDisk('anna', () => storage).read()).toEqual([])
  book.remove('a')
  expect(ids(createRefusalBook('anna', () => storage))).toEqual(['b'])
})

it('goes with its person', () => {
  const storage = memoryStorage()
  const book = createRefusalBook('anna', () => storage)
  book.add(refusal('a'))
  expect(ids(createRefusalBook('beryl', () => storage))).toEqual([])
  createDisk('anna', () => storage).clear()
  book.catchUp()
  expect(ids(book)).toEqual([])
  book.add(refusal('b'))
  createDisk('beryl', () => storage).enter()
  expect(ids(createRefusalBook('anna', () => storage))).toEqual([])
})

it('is the same list as long as it says the same', () => {
  const storage = memoryStorage()
  const book = createRefusalBook('anna', () => storage)
  book.add(refusal('a'))
  const before = book.all()
  book.catchUp()
  expect(book.all()).toBe(before)
})

it('remembers without a storage, for as long as the page is there', () => {
  const book = createRefusalBook('anna', () => {
    throw new Error('forbidden')
  })
  book.add(refusal('a'))
  book.catchUp()
  expect(ids(book)).toEqual(['a'])
  book.remove('a')
  expect(ids(book)).toEqual([])
})

it.each(['not JSON', 'null', '[]', '{"id":"a"}', '{"id":1,"rejection":{"code":"A"}}'])('knows %s for none', (text) => {
  const storage = memoryStorage()
  createRefusalBook('anna', () => storage).add(refusal('a'))
  storage.setItem(storage.key(0) ?? '', text)
  expect(createRefusalBook('anna', () => storage).all()).toEqual([])
})
