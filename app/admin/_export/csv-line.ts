/** A spreadsheet takes what begins with one of these for a formula, and would carry it out. */
const FORMULA = /^\s*[=+\-@＝＋－＠\t\r\n]/

/** A line of a CSV file (RFC 4180). What a person wrote stays text, whatever it looks like. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cellText).join(',')}\r\n`
}

function cellText(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
