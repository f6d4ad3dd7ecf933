import { stringify } from 'csv-stringify/sync'

/** A line of a CSV file (RFC 4180). What a person wrote stays text, also where a spreadsheet would take it for a formula. */
export function csvLine(cells: readonly (string | number)[]): string {
  return stringify([[...cells]], { record_delimiter: 'windows', escape_formulas: true, quoted_match: /[\r\n]/ })
}
