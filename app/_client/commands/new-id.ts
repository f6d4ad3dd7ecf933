let latestMs = 0
let nth = 0

/**
 * An id for a command or for the thing that it makes: known before anybody is asked, so a page can go there at once. A
 * UUID of version 7 (RFC 9562, section 5.7) whose 12 bits after the time count what is made within a millisecond, so that
 * ids of one page are in the order in which they were made. Its own lines because a library for all versions is a tenth
 * of what the client half weighs.
 */
export function newId(): string {
  const now = Date.now()
  nth = now > latestMs ? 0 : nth + 1
  // A clock that goes back, or more than 4,096 in a millisecond: time is borrowed from what comes.
  latestMs = Math.max(latestMs, now) + (nth >> 12)
  nth &= 0xfff
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  bytes[0] = 0x80 | ((bytes[0] ?? 0) & 0x3f)
  const hex =
    latestMs.toString(16).padStart(12, '0') + (0x7000 | nth).toString(16) + Array.from(bytes, twoDigits).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

const twoDigits = (byte: number) => byte.toString(16).padStart(2, '0')
