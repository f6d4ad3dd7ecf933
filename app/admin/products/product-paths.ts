import { addressWith } from '../address'

const PATH = '/admin/products'

export function productsPath(params: { q?: string; category?: string; sale?: string; page?: number }): string {
  return addressWith(PATH, params)
}

export function productPath(productId: string): string {
  return `${PATH}/${productId}`
}
