import localFont from 'next/font/local'

/** Everything that is read or compared. It has tabular figures (`tnum`), which prices and tables switch on. */
export const sans = localFont({
  src: '../../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2',
  weight: '400 600',
  variable: '--font-sans',
  display: 'swap',
})

/** Headings of the shop, and nothing else. Its optical axis gives large headings their fine hairlines. */
export const serif = localFont({
  src: '../../node_modules/@fontsource-variable/fraunces/files/fraunces-latin-opsz-normal.woff2',
  weight: '400 600',
  variable: '--font-serif',
  display: 'swap',
  adjustFontFallback: 'Times New Roman',
})
