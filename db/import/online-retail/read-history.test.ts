import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { fileOf, HEADER, linesOf, ODDITIES, SOUND_LINE } from './testing'

describe('a history file', () => {
  it('is read line by line, numbered as an editor does', async () => {
    const lines = await linesOf(ODDITIES)
    expect(lines).toHaveLength(18)
    expect(lines.map(({ line }) => line)).toEqual(Array.from({ length: 18 }, (_, index) => index + 2))
    expect(lines[2]).toEqual({
      line: 4,
      invoice: '700001',
      code: '10002',
      description: 'BRASS HOOK, "LARGE"',
      quantity: 2,
      unitPrice: 85,
      amount: 170,
      at: new Date('2011-03-26T08:27:00Z'),
      customer: '20001',
      country: 'United Kingdom',
    })
  })

  it('says the same compressed and plain, with a mark at its start, and with line ends of Windows', async () => {
    const plain = await readFile(ODDITIES)
    const expected = await linesOf(ODDITIES)
    expect(await linesOf(await fileOf(gzipSync(plain)))).toEqual(expected)
    expect(await linesOf(await fileOf(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), plain])))).toEqual(expected)
    expect(await linesOf(await fileOf(plain.toString().replaceAll('\n', '\r\n')))).toEqual(expected)
  })

  it('may have its columns in another order, and others beside them', async () => {
    const turned = 'Country,Note,InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID'
    const content = `${turned}\nFrance,x,700001,10001,TRAY,1,2011-01-01 10:00:00,1.0,\n`
    expect(await linesOf(await fileOf(content))).toMatchObject([
      { invoice: '700001', country: 'France', customer: null },
    ])
  })

  it('counts blank lines and breaks inside quotes', async () => {
    const broken = SOUND_LINE.replace('OAK TRAY', '"OAK\nTRAY"')
    const lines = await linesOf(await fileOf(`${HEADER}\n\n${broken}\n${SOUND_LINE}\n\n`))
    expect(lines.map(({ line, description }) => [line, description])).toEqual([
      [3, 'OAK TRAY'],
      [5, 'OAK TRAY'],
    ])
  })

  it('keeps its place where a piece of the file ends inside a line or a character', async () => {
    const lines = Array.from({ length: 5000 }, (_, index) => SOUND_LINE.replace('OAK TRAY', `£ÉÇ ${index} œ`))
    const read = await linesOf(await fileOf(`${HEADER}\n${lines.join('\n')}\n`))
    expect(read.map(({ line }) => line)).toEqual(lines.map((_, index) => index + 2))
    expect(read[4321]?.description).toBe('£ÉÇ 4321 œ')
  })
})
