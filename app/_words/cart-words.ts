import { moneyText } from '@/app/_ui/money-text'
import { itemName, listed, type WordsFor } from './words-for'

export const cartWords: WordsFor<
  | 'VariantNotFound'
  | 'ItemNotInCart'
  | 'TooManyOfOneItem'
  | 'OutOfStock'
  | 'ProductDiscontinued'
  | 'CartIsEmpty'
  | 'CartHasChanged'
  | 'PriceHasChanged'
> = {
  VariantNotFound: () => ({
    title: 'That version is not there',
    body: 'The shop does not know it any more. Load the page again to see what there is.',
  }),
  ItemNotInCart: () => ({
    title: 'It is no longer in the cart',
    body: 'It was taken out meanwhile, perhaps in another window. Put it in again if you still want it.',
  }),
  TooManyOfOneItem: ({ name, most }) => ({
    title: `${most} is the most we sell at once`,
    body: `The cart holds as many of ${name} as it may.`,
  }),
  OutOfStock: ({ lines }) => ({
    title: lines.some(({ inStock }) => inStock > 0) ? 'There is not enough left' : 'It has just sold out',
    body: `${listed(lines.map((line) => `${itemName(line)}: ${stockText(line)}`))}.`,
  }),
  ProductDiscontinued: ({ lines }) => ({
    title: `${listed(lines.map(itemName))} is no longer sold`,
    body: 'Take it out of the cart to go on with the rest.',
  }),
  CartIsEmpty: () => ({
    title: 'The cart is empty',
    body: 'If the order was placed a moment ago, it is in your orders already.',
  }),
  CartHasChanged: () => ({
    title: 'The cart has changed meanwhile',
    body: 'It was changed in another window. Look through it as it is now, and place the order again.',
  }),
  PriceHasChanged: ({ lines }, currency) => ({
    title: lines.length > 1 ? 'Some prices have changed' : 'A price has changed',
    body: `${listed(lines.map((line) => `${itemName(line)} was ${moneyText(line.was, currency)} and is now ${moneyText(line.now, currency)}`))}. Nothing was ordered.`,
  }),
}

function stockText({ wanted, inStock }: { wanted: number; inStock: number }): string {
  return inStock > 0 ? `${inStock} left, and ${wanted} were wanted` : 'none left'
}
