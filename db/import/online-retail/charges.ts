/** The codes of the file that stand for no goods: postage, carriage, fees, commission, discounts, corrections, samples. */
const CHARGES = new Set(['POST', 'DOT', 'C2', 'M', 'D', 'S', 'B', 'BANK CHARGES', 'AMAZONFEE', 'CRUK'])

/** Whether a line of this code is money that was charged or given back for something other than goods. */
export function isCharge(sku: string): boolean {
  return CHARGES.has(sku.toUpperCase())
}
