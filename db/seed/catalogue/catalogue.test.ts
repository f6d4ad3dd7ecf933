import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CATEGORIES } from '@/server/events/product'
import { CATALOGUE } from './catalogue'
import type { CatalogueProduct } from './product'

const drawn = new Set(readdirSync(new URL('../../../public/pictures', import.meta.url)))
const variants = CATALOGUE.flatMap(({ variants }) => variants)

test.each(CATEGORIES)('%s has fifteen products', (category) => {
  expect(CATALOGUE.filter((product) => product.category === category)).toHaveLength(15)
})

test('no slug, name, picture or SKU stands for two things', () => {
  expect(repeated(CATALOGUE.map(({ slug }) => slug))).toEqual([])
  expect(repeated(CATALOGUE.map(({ name }) => name))).toEqual([])
  expect(repeated(CATALOGUE.map(({ picture }) => picture))).toEqual([])
  expect(repeated(variants.map(({ sku }) => sku))).toEqual([])
})

test('every product has a slug in kebab-case', () => {
  expect(without(({ slug }) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toEqual([])
})

test('every product has a picture that is there', () => {
  expect(without(({ picture }) => drawn.has(`${picture}.svg`))).toEqual([])
})

test('every product is described in two to four sentences, in 80 to 420 characters', () => {
  expect(without(({ description }) => description.length >= 80 && description.length <= 420)).toEqual([])
  const sentences = ({ description }: CatalogueProduct) => description.split(/(?<=[.!?]) (?=[A-Z])/).length
  expect(without((product) => sentences(product) >= 2 && sentences(product) <= 4)).toEqual([])
})

test('a product has one variant without a label, or two to five that differ by theirs', () => {
  const labels = (product: CatalogueProduct) => product.variants.map(({ label }) => label)
  expect(without((product) => (labels(product).length === 1) === labels(product).includes(''))).toEqual([])
  expect(without((product) => labels(product).length <= 5 && repeated(labels(product)).length === 0)).toEqual([])
})

test('a SKU begins with its category', () => {
  const prefix = ({ category }: CatalogueProduct) => `${category.slice(0, 3).toUpperCase()}-`
  expect(without((product) => product.variants.every(({ sku }) => sku.startsWith(prefix(product))))).toEqual([])
  expect(variants.filter(({ sku }) => !/^[A-Z]{3}(-[A-Z0-9]+){1,2}$/.test(sku))).toEqual([])
})

test('everything costs whole pence, from 90 of them to 400 pounds', () => {
  expect(variants.filter(({ price }) => !Number.isInteger(price) || price < 90 || price > 40_000)).toEqual([])
})

test('a few variants are sold out and a few nearly; most are there', () => {
  const soldOut = variants.filter(({ stock }) => stock === 0).length
  const fewLeft = variants.filter(({ stock }) => stock > 0 && stock < 5).length
  expect(Math.min(soldOut, fewLeft)).toBeGreaterThan(0)
  expect(soldOut + fewLeft).toBeLessThan(variants.length / 8)
  expect(variants.filter(({ stock }) => !Number.isInteger(stock) || stock < 0 || stock > 200)).toEqual([])
})

/** The slugs of the products of which it is not true. */
function without(isTrue: (product: CatalogueProduct) => boolean): string[] {
  return CATALOGUE.filter((product) => !isTrue(product)).map(({ slug }) => slug)
}

function repeated(values: string[]): string[] {
  return values.filter((value, i) => values.indexOf(value) !== i)
}
