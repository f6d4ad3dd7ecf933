/** An exact decimal number: `digits` × 10^-`scale`. Prices are read as text and never touch a float. */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

const DECIMAL = /^(-?\d{1,9})(?:\.(\d{1,6}))?$/

/** Reads `2.55`, `-11062.06`, `0.001`; anything else (exponents, signs of currency, thousands) is null. */
export function parseDecimal(text: string): Decimal | null {
  const match = DECIMAL.exec(text)
  if (match === null) return null
  const fraction = match[2] ?? ''
  return { digits: BigInt(`${match[1]}${fraction}`), scale: fraction.length }
}

/** `times` × `value` in minor units (hundredths), rounded to the nearest, a half away from zero. */
export function toMinor(value: Decimal, times = 1): number {
  const digits = value.digits * BigInt(times)
  if (value.scale <= 2) return Number(digits * 10n ** BigInt(2 - value.scale))
  const divisor = 10n ** BigInt(value.scale - 2)
  const half = digits < 0n ? -divisor / 2n : divisor / 2n
  return Number((digits + half) / divisor)
}
