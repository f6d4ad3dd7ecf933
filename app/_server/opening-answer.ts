const COME_AGAIN_S = 2
const SENTENCE = 'The shop is being opened. That takes a few seconds.'

/** What somebody is told who comes before there is anything to read: in words, and when to come again. */
export function openingAnswer(request: Request, nonce: string): Response {
  const headers = { 'retry-after': String(COME_AGAIN_S), 'cache-control': 'no-store' }
  const isPage = request.method === 'GET' && request.headers.get('accept')?.includes('text/html')
  if (!isPage) return Response.json({ code: 'BeingOpened', message: SENTENCE }, { status: 503, headers })
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; frame-ancestors 'none'`
  const type = 'text/html; charset=utf-8'
  return new Response(page(nonce), {
    status: 503,
    headers: { ...headers, 'content-type': type, 'content-security-policy': policy },
  })
}

/** Takes nothing from the shop, which is not there yet: no stylesheet, no font. Its colours are those of tokens.css. */
const page = (nonce: string) => `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <meta http-equiv="refresh" content="${COME_AGAIN_S}">
    <title>Being opened · Tidemark</title>
    <style nonce="${nonce}">
      :root { color-scheme: light dark; background: light-dark(#fbf9f5, #0c1922); color: light-dark(#10232f, #e9efee) }
      body { display: grid; place-content: center; min-height: 90dvh; margin: 0; padding: 1.25rem; font: 1rem/1.6 system-ui, sans-serif; text-align: center }
      h1 { margin: 0 0 0.5rem; font: 400 2rem/1.2 Georgia, serif }
      p { margin: 0; color: light-dark(#44555f, #b4c3c8) }
    </style>
  </head>
  <body>
    <main>
      <h1>Opening shortly</h1>
      <p>${SENTENCE} This page asks again by itself.</p>
    </main>
  </body>
</html>
`
