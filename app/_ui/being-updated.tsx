import { Status } from './status'

/**
 * Stands beside what is not the last word: something happened to it that could not be taken in yet. Answers name such
 * things (`parked`).
 */
export function BeingUpdated() {
  return <Status tone="pending">Being updated</Status>
}
