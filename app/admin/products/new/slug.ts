const LONGEST = 80

/** The address that a name suggests: "Crème brûlée, for two" is "creme-brulee-for-two". */
export function slugOf(name: string): string {
  const words = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’]/g, '').replace(/&/g, ' and ')
  return words
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')
}
