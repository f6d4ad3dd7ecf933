import { findDepartment, productPath } from '@/app/_catalogue/departments'
import { moneyInputText } from '@/app/_ui/money-input'
import { picturePath } from '@/app/_ui/picture-path'
import type { ListedVariant } from '@/server/read/listed-variant'
import type { ProductPageView } from '@/server/read/product-page/product-page.view'

/** What search engines are told of a product, in the words of schema.org: an offer for each version. */
export function productFacts(product: ProductPageView, shopUrl: string) {
  const { slug, name, description, category, picture, variants } = product
  const url = new URL(productPath(slug), shopUrl).href
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name,
    description,
    url,
    image: new URL(picturePath(picture), shopUrl).href,
    category: findDepartment(category)?.name,
    offers: variants.map((variant) => offerOf(variant, product, url)),
  }
}

function offerOf({ sku, label, price, stock }: ListedVariant, { onSale, currency }: ProductPageView, url: string) {
  const availability = !onSale ? 'Discontinued' : stock > 0 ? 'InStock' : 'OutOfStock'
  return {
    '@type': 'Offer',
    url,
    sku,
    ...(label && { name: label }),
    price: moneyInputText(price, currency),
    priceCurrency: currency,
    availability: `https://schema.org/${availability}`,
  }
}
