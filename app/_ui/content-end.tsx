/** Where the content of a page is there as a whole: from here on it may be painted (app/layout.tsx). */
export const CONTENT_END = 'content-end'

export function ContentEnd() {
  return <span id={CONTENT_END} hidden />
}
