const ELSEWHERE = 'http://elsewhere.invalid'

/** A path inside the shop, from what an address or a form says; the fallback where it leads anywhere else. */
export function safePath(next: unknown, fallback = '/'): string {
  if (typeof next !== 'string' || !next.startsWith('/')) return fallback
  const url = URL.canParse(next, ELSEWHERE) ? new URL(next, ELSEWHERE) : null
  // Browsers read "//host" and "/\host" as another host's address, and drop tabs and line breaks before they look.
  // What is left of "/.//host" without its dot is such an address too.
  if (url?.origin !== ELSEWHERE || url.pathname.startsWith('//')) return fallback
  return url.pathname + url.search + url.hash
}
