import { expect, test } from 'vitest'
import { passwordReset } from './password-reset'

const reset = { to: { name: 'Ada <Byron>', address: 'ada@example.org' }, token: 'abc123' }

test('says who asked, where to set it, how long that goes, and what to do if it was somebody else', () => {
  const { subject, text, isSecret } = passwordReset(reset, 'https://shop.example')
  expect([subject, isSecret]).toEqual(['Set a new password', true])
  expect(text).toBe(`\
Hello Ada <Byron>. Somebody asked for a new password for your account, most likely you.

Set a new password
  https://shop.example/reset-password/abc123

The link is good for an hour, and once. With the new password, you are signed out everywhere.

If it was not you, you need do nothing: your password stays as it is.

Tidemark
`)
})

test('says the same in HTML, in which a name stays a name', () => {
  const { html } = passwordReset(reset, 'https://shop.example')
  expect(html).toContain('href="https://shop.example/reset-password/abc123"')
  expect(html).toContain('Hello Ada &lt;Byron&gt;.')
})
