import type { WordsFor } from './words-for'

export const cardWords: WordsFor<
  'CardNumberInvalid' | 'CardNotATestCard' | 'CardExpiryInvalid' | 'CardExpired' | 'CardCodeInvalid'
> = {
  CardNumberInvalid: () => ({
    title: 'This is not the number of a card',
    body: 'One of its digits must be wrong: the last one does not fit the others.',
  }),
  CardNotATestCard: () => ({
    title: 'No real cards, please',
    body: 'This shop is a demonstration and takes test cards only, such as 4242 4242 4242 4242.',
  }),
  CardExpiryInvalid: () => ({
    title: 'This is not a month and a year',
    body: 'Enter the expiry as it stands on the card: two digits, a stroke, two digits.',
  }),
  CardExpired: () => ({ title: 'This card has expired', body: 'Use another one.' }),
  CardCodeInvalid: () => ({
    title: 'This is not a security code',
    body: 'It is the three digits on the back of the card; some cards have four, on the front.',
  }),
}
