import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Mail } from './mail'
import { findLetter, listLetters } from './mailbox'
import { createMailboxMailer } from './mailbox-mailer'
import { createSmtpMailer } from './smtp-mailer'

const id = '0b5d0f4e-3c55-5f0a-9a51-1f3a4d1f6a10'
const mail: Mail = {
  messageId: `${id}@shop.example`,
  to: { name: 'Ada Bÿron', address: 'ada@example.org' },
  subject: 'Your order TM-1 stands',
  text: 'Thank you, Ada.\n\nTotal   £12.00\n',
  html: '<p>Thank you, Ada.</p>',
}
const from = 'Tidemark <orders@shop.example>'

describe('the mailbox folder', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tidemark-mailbox-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('holds a letter as it was written', async () => {
    await createMailboxMailer(folder, from).send(mail)
    expect(await findLetter(folder, id)).toMatchObject({
      id,
      from: 'Tidemark <orders@shop.example>',
      to: 'Ada Bÿron <ada@example.org>',
      subject: mail.subject,
      messageId: `<${id}@shop.example>`,
      said: { text: mail.text.trimEnd(), html: expect.stringContaining(mail.html) },
    })
  })

  test('shows of a secret letter that it is there, and not what it says', async () => {
    await createMailboxMailer(folder, from).send({ ...mail, isSecret: true })
    const letter = await findLetter(folder, id)
    expect(letter).toMatchObject({ to: 'Ada Bÿron <ada@example.org>', file: join(folder, `${id}.eml`), said: null })
    expect(JSON.stringify(letter)).not.toContain('Thank you')
    expect(await readFile(join(folder, `${id}.eml`), 'utf8')).toContain('Thank you')
  })

  test('holds a letter that is sent twice once, and never half of one', async () => {
    const mailer = createMailboxMailer(folder, from)
    await Promise.all([mailer.send(mail), createMailboxMailer(folder, from).send(mail)])
    expect(await readdir(folder)).toEqual([`${id}.eml`])
  })

  test('lists letters, the latest first, by the page', async () => {
    const mailer = createMailboxMailer(folder, from)
    for (const n of [1, 2, 3]) {
      await mailer.send({ ...mail, messageId: `${id.slice(0, -1)}${n}@shop.example`, subject: `Letter ${n}` })
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    const { letters, total } = await listLetters(folder, { page: 1, pageSize: 2 })
    expect([letters.map(({ subject }) => subject), total]).toEqual([['Letter 3', 'Letter 2'], 3])
    expect((await listLetters(folder, { page: 2, pageSize: 2 })).letters).toMatchObject([{ subject: 'Letter 1' }])
  })

  test('knows no file but its letters, and is empty before the first', async () => {
    expect(await findLetter(folder, '../../../etc/passwd')).toBeNull()
    expect(await findLetter(folder, id)).toBeNull()
    expect(await listLetters(join(folder, 'none'), { page: 1, pageSize: 9 })).toEqual({ letters: [], total: 0 })
  })
})

describe('the mail server', () => {
  test('is given the letter under the id that the letter has for ever', async () => {
    const received: string[] = []
    const server = createServer((socket) => {
      socket.write('220 mail.example\r\n')
      socket.on('data', (chunk) => {
        const text = chunk.toString()
        received.push(text)
        if (text.startsWith('DATA')) socket.write('354 go on\r\n')
        else if (text.startsWith('QUIT')) socket.end('221 bye\r\n')
        else if (/^(EHLO|MAIL|RCPT)/.test(text) || text.endsWith('\r\n.\r\n')) socket.write('250 well\r\n')
      })
      socket.on('error', () => {})
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const mailer = createSmtpMailer(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, from)
    await mailer.send(mail)
    mailer.close()
    server.close()
    const session = received.join('')
    expect(session).toContain(`Message-ID: <${id}@shop.example>`)
    expect(session).toContain('RCPT TO:<ada@example.org>')
    expect(session).toContain('MAIL FROM:<orders@shop.example>')
  })

  test('that cannot be reached is an error, so that the letter is tried again', async () => {
    const mailer = createSmtpMailer('smtp://127.0.0.1:1', from)
    await expect(mailer.send(mail)).rejects.toThrow(/ECONNREFUSED/)
    mailer.close()
  })
})
