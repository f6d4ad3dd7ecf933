const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The number a person reads out: `TM-` and ten letters of Crockford's base 32 from the random half of the order's
 * UUIDv7. Made from the id, so browser and server know it before the order is stored.
 */
export function orderNumber(orderId: string): string {
  let bits = BigInt(`0x${orderId.replaceAll('-', '').slice(-13)}`) & 0x3ffffffffffffn
  let letters = ''
  for (let i = 0; i < 10; i++) {
    letters = CROCKFORD[Number(bits & 31n)] + letters
    bits >>= 5n
  }
  return `TM-${letters.slice(0, 5)}-${letters.slice(5)}`
}
