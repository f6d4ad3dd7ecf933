import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { StructuredData } from './structured-data'

test('facts reach a machine as they are, and end no script', () => {
  const facts = { name: 'A "lamp" & </script><script>alert(1)</script><!-- £' }
  const html = renderToStaticMarkup(createElement(StructuredData, { facts }))
  const [, json = ''] = /^<script type="application\/ld\+json">([^<]*)<\/script>$/.exec(html) ?? []
  expect(JSON.parse(json)).toEqual(facts)
})
