/** Codes of the history that are no goods: nothing of them lies on a shelf, and nobody searches a shop for them. */
const SERVICE_CODES: ReadonlySet<string> = new Set([
  'POST', // postage
  'DOT', // postage of the web shop
  'C2', // carriage
  '23444', // next-day carriage
  'M', // entered by hand
  'D', // discount
  'S', // samples
  'B', // bad debt
  'BANK CHARGES',
  'AMAZONFEE',
  'CRUK', // commission to a charity
  '23702', // a picture in high resolution
  '22016', // gift voucher of £100
])

/** Gift vouchers: GIFT_0001_10 to GIFT_0001_50. */
const VOUCHER = /^GIFT_/

export type ProductNature = 'goods' | 'service'

/** Whether a code (in capitals) stands for goods or for a service, a fee or a voucher. */
export function natureOf(code: string): ProductNature {
  return SERVICE_CODES.has(code) || VOUCHER.test(code) ? 'service' : 'goods'
}
