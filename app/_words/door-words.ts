import type { WordsFor } from './words-for'

/** What any command may be refused for, before the shop has thought about it. */
export const doorWords: WordsFor<'InvalidInput' | 'NotPermitted' | 'CommandIdReused' | 'CommandNotFound'> = {
  InvalidInput: () => ({
    title: 'Something in it cannot be right',
    body: 'The shop did not take it, and nothing was changed. Load the page again, and try once more.',
  }),
  NotPermitted: () => ({
    title: 'This account may not do that',
    body: 'Nothing was changed. Sign in with one that may.',
  }),
  CommandIdReused: () => ({
    title: 'This was sent before, and said something else',
    body: 'What was sent first stands. Load the page again to see it.',
  }),
  CommandNotFound: () => ({
    title: 'This page is older than the shop',
    body: 'Nothing was changed. Load the page again, and try once more.',
  }),
}
