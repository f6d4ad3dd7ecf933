import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { csvLine } from './csv-line'

test.each([
  ['a plain word', 'Ada'],
  ['commas', 'Byron, Ada'],
  ['quotes', 'Ada "Countess" Byron'],
  ['line breaks', 'Ada\r\nByron'],
  ['other letters', 'Łucja Żółć'],
  ['nothing', ''],
])('%s reach the reader as they are', (_, cell) => {
  expect(parse(csvLine(['before', cell, 12]))).toEqual([['before', cell, '12']])
})

test.each(['=1+1', '+44 20', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1', '=HYPERLINK("http://a.example","x")'])(
  '%j is no formula to a spreadsheet',
  (cell) => {
    expect(parse(csvLine([cell]))).toEqual([[`'${cell}`]])
  },
)
