import type { Rejection } from '@/server/engine/commands/command'

/** The file is sound, but the shop cannot take in what it says. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused'

  constructor(what: string, rejection: Rejection) {
    super(
      rejection.code === 'CommandIdReused'
        ? `The ${what} was imported before, and said something else. Import the file that was imported first, or start with an empty shop.`
        : `The ${what} was refused: ${JSON.stringify(rejection)}`,
    )
  }
}
