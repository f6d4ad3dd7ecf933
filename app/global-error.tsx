'use client'

import { ErrorMessage } from '@/app/_ui/error-message'
import { errorReference } from '@/app/_ui/error-reference'
import { sans, serif } from '@/app/_ui/fonts'
import { ShopShell } from '@/app/_ui/shop-shell'
import './globals.css'

/** Stands in for the root layout itself, so it brings its own html, fonts and colours. */
export default function RootError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en-GB" className={`${sans.variable} ${serif.variable}`}>
      <body>
        <title>Something went wrong · Tidemark</title>
        <ShopShell>
          <ErrorMessage reference={errorReference(error)} retry={retry} />
        </ShopShell>
      </body>
    </html>
  )
}
