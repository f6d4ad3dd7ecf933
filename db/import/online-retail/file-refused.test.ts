import { tmpdir } from 'node:os'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { HEADER, linesOf, refusalOf, SOUND_LINE } from './testing'

/** A file whose third line is the given one, with sound lines around it. */
const withThirdLine = (line: string) => `${HEADER}\n${SOUND_LINE}\n${line}\n${SOUND_LINE}\n`
const withValue = (sound: string, broken: string) => withThirdLine(SOUND_LINE.replace(sound, broken))
const whole = `${HEADER}\n${`${SOUND_LINE}\n`.repeat(3_000)}`

describe('a broken history file is refused', () => {
  it('when there is no such file, or it is a folder', async () => {
    await expect(linesOf('/nowhere/history.csv')).rejects.toMatchObject({ code: 'FileNotFound' })
    await expect(linesOf(tmpdir())).rejects.toMatchObject({ code: 'FileNotReadable' })
  })

  it.each([
    ['nothing at all', ''],
    ['only a byte-order mark', '\uFEFF'],
    ['only a header', `${HEADER}\n`],
    ['only blank lines', '\n\n\n'],
    ['nothing, compressed', gzipSync('')],
  ])('when it holds %s', async (_, content) => {
    expect(await refusalOf(content)).toMatchObject({ code: 'FileEmpty' })
  })

  it('when a column is missing, and says which', async () => {
    const refusal = await refusalOf(`${HEADER.replace(',UnitPrice', '')}\n${SOUND_LINE}\n`)
    expect(refusal).toMatchObject({ code: 'ColumnMissing', line: 1 })
    expect(refusal.message).toMatch(/^Line 1: The header lacks UnitPrice\./)
  })

  it('when a column comes twice', async () => {
    expect(await refusalOf(`${HEADER},Quantity\n`)).toMatchObject({ code: 'ColumnTwice', line: 1 })
  })

  it.each([
    ['is JSON', '{"InvoiceNo": 1}\n'],
    ['is a web page', '<!doctype html>\n<html>\n'],
    ['has its columns separated by semicolons', `${HEADER.replaceAll(',', ';')}\n`],
    ['is a packed spreadsheet', Buffer.from('504b03040a0000000000b1', 'hex')],
    ['is UTF-16 without a mark', Buffer.from(`${HEADER}\n${SOUND_LINE}\n`, 'utf16le')],
    ['is one endless line', 'x'.repeat(3 << 20)],
    ['is compressed twice', gzipSync(gzipSync(whole))],
  ])('when it %s', async (_, content) => {
    expect((await refusalOf(content)).code).toMatch(/^FileNot(Csv|Utf8)$/)
  })

  it.each([
    ['Quantity', ',6,', ',six,'],
    ['Quantity', ',6,', ',6.5,'],
    ['Quantity', ',6,', ',,'],
    ['UnitPrice', '2.55', '2.5.5'],
    ['UnitPrice', '2.55', '1e2'],
    ['UnitPrice', '2.55', '£2'],
    ['UnitPrice', '2.55', '999999999'],
    ['InvoiceDate', '2011-03-26', '2011-02-30'],
    ['InvoiceDate', '2011-03-26 08:26:00', '26/03/2011 08:26'],
    ['CustomerID', '20001.0', '20001.5'],
    ['CustomerID', '20001.0', 'Smith'],
    ['InvoiceNo', '700001', ''],
    ['InvoiceNo', '700001', 'CC1'],
    ['StockCode', ',10001,', ',,'],
    ['Country', 'United Kingdom', ''],
  ])('when %s is not readable (%s → %s)', async (column, sound, broken) => {
    const refusal = await refusalOf(withValue(sound, broken))
    expect(refusal).toMatchObject({ code: 'ValueNotReadable', line: 3 })
    expect(refusal.message).toContain(`Line 3: ${column} is`)
  })

  it('when quantity times price is beyond what the shop can hold', async () => {
    expect(await refusalOf(withValue(',6,', ',999999999,'))).toMatchObject({ code: 'ValueNotReadable', line: 3 })
  })

  it.each([
    ['too few', SOUND_LINE.replace(',United Kingdom', '')],
    ['too many', `${SOUND_LINE},more`],
  ])('when a line has %s fields', async (_, line) => {
    expect(await refusalOf(withThirdLine(line))).toMatchObject({ code: 'WrongFieldCount', line: 3 })
  })

  it.each([
    ['Latin-1 in UTF-8', Buffer.from(withValue('TRAY', 'CAF\u00c9'), 'latin1')],
    ['half a character', Buffer.concat([Buffer.from(`${HEADER}\n${SOUND_LINE}\n`), Buffer.from([0xc3, 0x0a])])],
  ])('when it is not UTF-8: %s', async (_, content) => {
    expect(await refusalOf(content)).toMatchObject({ code: 'FileNotUtf8', line: 3 })
  })

  it('when it is UTF-16 with a mark', async () => {
    const content = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`${HEADER}\n`, 'utf16le')])
    expect((await refusalOf(content)).code).toMatch(/^FileNot(Csv|Utf8)$/)
  })

  it.each([
    ['in the middle of a field', withThirdLine(SOUND_LINE).slice(0, -40), 4],
    ['inside the last field', withThirdLine(SOUND_LINE).slice(0, -8), 4],
    ['just before the line break', withThirdLine(SOUND_LINE).slice(0, -1), 4],
    ['inside the header', HEADER.slice(0, 30), 1],
  ])('when it is cut off %s', async (_, content, line) => {
    expect(await refusalOf(content)).toMatchObject({ code: 'FileCutOff', line })
  })

  it('when its compressed form is cut off or damaged', async () => {
    const packed = gzipSync(whole, { level: 0 })
    expect(await refusalOf(packed.subarray(0, packed.length - 5))).toMatchObject({ code: 'FileCutOff' })
    expect(await refusalOf(packed.subarray(0, packed.length / 2))).toMatchObject({ code: 'FileCutOff' })
    const damaged = Buffer.from(packed)
    damaged.fill(0x41, damaged.length - 8, damaged.length - 4)
    expect(await refusalOf(damaged)).toMatchObject({ code: 'FileCutOff' })
  })

  it('when a quoted field is never closed, at the line where it begins', async () => {
    const open = withValue('OAK TRAY', '"OAK TRAY')
    expect(await refusalOf(open)).toMatchObject({ code: 'QuoteNeverClosed', line: 3 })
    expect(await refusalOf(`${open}${`${SOUND_LINE}\n`.repeat(3_000)}`)).toMatchObject({
      code: 'QuoteNeverClosed',
      line: 3,
    })
  })

  it('when a quote stands inside a field, or the next quoted field closes an open one', async () => {
    expect(await refusalOf(withValue('OAK TRAY', '5" TRAY'))).toMatchObject({ code: 'QuoteMisplaced', line: 3 })
    const next = SOUND_LINE.replace('OAK TRAY', '"OAK, TRAY"')
    expect(await refusalOf(`${withValue('OAK TRAY', '"OAK TRAY')}${next}\n`)).toMatchObject({
      code: 'QuoteMisplaced',
      line: 3,
    })
  })
})
