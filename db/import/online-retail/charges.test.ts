import { expect, test } from 'vitest'
import { isCharge } from './charges'

test('postage, fees and corrections are charges, however they are written', () => {
  expect(['POST', 'DOT', 'M', 'm', 'BANK CHARGES', 'AMAZONFEE', 'C2', 'D'].filter((sku) => !isCharge(sku))).toEqual([])
})

test('goods are none, also those without a number', () => {
  expect(['85123A', '22423', 'PADS', 'DCGSSBOY', 'gift_0001_20'].filter(isCharge)).toEqual([])
})
