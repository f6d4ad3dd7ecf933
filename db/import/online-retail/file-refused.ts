/** Why a history file cannot be imported. A refused file leaves nothing behind: reading it whole comes before writing. */
export type RefusalCode =
  | 'FileNotFound'
  | 'FileNotReadable'
  | 'FileEmpty'
  | 'FileCutOff'
  | 'FileNotCsv'
  | 'FileNotUtf8'
  | 'FileChangedMeanwhile'
  | 'ColumnMissing'
  | 'ColumnTwice'
  | 'QuoteMisplaced'
  | 'QuoteNeverClosed'
  | 'WrongFieldCount'
  | 'ValueNotReadable'
  | 'InvoiceContradictsItself'

/** Thrown out of the stream stages, where a value cannot travel; the command line turns it back into words. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'

  constructor(
    readonly code: RefusalCode,
    readonly reason: string,
    /** Line as an editor counts it: the header is line 1. */
    readonly line?: number,
  ) {
    super(line === undefined ? reason : `Line ${line}: ${reason}`)
  }
}
