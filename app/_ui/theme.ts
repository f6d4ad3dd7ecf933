/** The cookie that remembers a chosen theme. No cookie: the device decides. */
export const THEME_COOKIE = 'tidemark-theme'

export type Theme = 'light' | 'dark'

/** Reads what the cookie says; anything unknown is no choice. */
export function parseTheme(value: string | undefined): Theme | undefined {
  return value === 'light' || value === 'dark' ? value : undefined
}
