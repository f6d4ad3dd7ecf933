import { expect, test } from 'vitest'
import { safePath } from './safe-path'

test.each(['/', '/cart', '/orders?page=2', '/delivery#returns'])('%s is a path of ours', (path) => {
  expect(safePath(path)).toBe(path)
})

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/.//evil.example',
  '/..//evil.example/x',
  '/%2e//evil.example',
  '/shop/..//evil.example',
  '/\t/evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  'cart',
  '',
  undefined,
  ['/cart'],
])('%s leads nowhere but home', (next) => {
  expect(safePath(next)).toBe('/')
})
