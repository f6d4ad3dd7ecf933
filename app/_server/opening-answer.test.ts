import { expect, it } from 'vitest'
import { openingAnswer } from './opening-answer'

const ask = (init: RequestInit) => openingAnswer(new Request('http://localhost/', init), 'a-nonce')

it('a browser is shown a page that asks again, and a program is told when to', async () => {
  const page = ask({ headers: { accept: 'text/html,application/xhtml+xml' } })
  expect(page.status).toBe(503)
  expect(page.headers.get('retry-after')).toBe('2')
  expect(page.headers.get('content-security-policy')).toContain("'nonce-a-nonce'")
  expect(await page.text()).toContain('The shop is being opened.')

  const program = ask({ method: 'POST', headers: { accept: 'text/x-component' } })
  expect(program.status).toBe(503)
  expect(program.headers.get('retry-after')).toBe('2')
  expect(await program.json()).toMatchObject({ code: 'BeingOpened' })
})
