/** Next's digest of an error thrown on the server: the one thing about it that may be shown, and found in the log. */
export function errorReference(error: unknown): string | undefined {
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined
  return typeof digest === 'string' ? digest : undefined
}
