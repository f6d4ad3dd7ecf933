import { moneyText } from '@/app/_ui/money-text'
import { itemName, listed, type WordsFor } from './words-for'

export const productWords: WordsFor<
  | 'ProductNotFound'
  | 'ProductAlreadyDiscontinued'
  | 'ProductIsTheSame'
  | 'ProductHasChanged'
  | 'PriceIsTheSame'
  | 'StockIsTheSame'
  | 'StockIsPromised'
  | 'CurrencyIsAnother'
  | 'SlugTaken'
  | 'SkuTaken'
> = {
  ProductNotFound: () => ({
    title: 'There is no such product',
    body: 'Look for it in the list of products: the link may have lost a letter.',
  }),
  ProductAlreadyDiscontinued: ({ name }) => ({
    title: `${name} is no longer sold`,
    body: 'It was discontinued meanwhile: its words, its price and its stock stay as they are.',
  }),
  ProductIsTheSame: ({ name }) => ({
    title: `${name} is like that already`,
    body: 'Nothing was changed, and nothing was written into its history.',
  }),
  ProductHasChanged: ({ name }) => ({
    title: `${name} was changed meanwhile`,
    body: 'Somebody else changed the same of it. Look at what it says now, and save again if yours shall take its place.',
  }),
  PriceIsTheSame: ({ price }, currency) => ({
    title: `It costs ${moneyText(price, currency)} already`,
    body: 'Nothing was changed, and nothing was written into its history.',
  }),
  StockIsTheSame: ({ name, label, seen }) => ({
    title: `${itemName({ name, label })}: ${seen.toLocaleString('en-GB')} is what the shop says already`,
    body: 'Nothing was changed, and nothing was written into its history.',
  }),
  StockIsPromised: ({ name, label, inStock, missing }) => ({
    title: `${itemName({ name, label })}: more is missing than can be sold`,
    body: `${missing.toLocaleString('en-GB')} should go, and ${inStock.toLocaleString('en-GB')} can be sold now: the others were ordered meanwhile. Cancel an order that cannot be sent, then count again.`,
  }),
  CurrencyIsAnother: ({ currency }) => ({
    title: `The shop sells in ${currency}`,
    body: 'All prices of one shop are in one currency. Enter this one in it too.',
  }),
  SlugTaken: ({ slug }) => ({
    title: 'Another product has this address',
    body: `A page at “${slug}” exists already. Choose another address.`,
  }),
  SkuTaken: ({ skus }) => ({
    title: skus.length > 1 ? 'These SKUs are taken' : 'This SKU is taken',
    body: `${listed(skus)} stands for another version. Each needs one of its own.`,
  }),
}
