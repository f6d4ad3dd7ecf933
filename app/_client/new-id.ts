import { v7 } from 'uuid'

/** An id for a command or for the thing that it makes: known before anybody is asked, so a page can go there at once. */
export function newId(): string {
  return v7()
}
