import localFont from 'next/font/local'

// Both are preloaded. Whoever's network has not brought them by the first frame reads this page in the fallback: letters that
// change under the eye would move what is written in them.

/** Everything that is read or compared. It has tabular figures (`tnum`), which prices and tables switch on. */
export const sans = localFont({
  src: '../../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2',
  weight: '400 600',
  variable: '--font-sans',
  display: 'optional',
})

/** Headings of the shop, and nothing else. Its optical axis gives large headings their fine hairlines. */
export const serif = localFont({
  src: '../../node_modules/@fontsource-variable/fraunces/files/fraunces-latin-opsz-normal.woff2',
  weight: '400 600',
  variable: '--font-serif',
  display: 'optional',
  adjustFontFallback: 'Times New Roman',
})
