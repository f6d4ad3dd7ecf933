/** A word that is looked for in an order. `number`: the same as a part of a number, where it may be one. */
export type SearchedWord = { word: string; number: string | undefined }

/** What somebody typed: each of these words has to be found somewhere. */
export function searchedWords(text: string): SearchedWord[] {
  const words = text.toLowerCase().match(/\S+/g) ?? []
  return words.map((word) => ({ word, number: partOfNumber(word) }))
}

/** A number without the dashes, which only help to read it. The table's index is made of the same. */
export function bareNumber(number: string): string {
  return number.toLowerCase().replaceAll('-', '')
}

function partOfNumber(word: string): string | undefined {
  const [, part = ''] = /^#?([\p{L}\p{N}-]+)$/u.exec(word) ?? []
  return bareNumber(part) || undefined
}
