import { expect, it } from 'vitest'
import { lineOf } from './copy-rows'

const column = (name: string, isJson = false) => ({ property: name, name, isJson })

it('what would end a field or a line is written so that COPY reads it as it was', () => {
  const columns = [column('id'), column('name'), column('items', true), column('count'), column('open'), column('gone')]
  const row = { id: 'a\tb', name: 'C:\\new\nline\r', items: [{ says: 'a "b"\n' }], count: 3, open: false, gone: null }
  expect(lineOf(row, columns)).toBe('a\\tb\tC:\\\\new\\nline\\r\t[{"says":"a \\\\"b\\\\"\\\\n"}]\t3\tfalse\t\\N\n')
})

it('a text that is empty is no missing one, also where it stands first', () => {
  expect(lineOf({ id: '', name: '' }, [column('id'), column('name')])).toBe('\t\n')
})
