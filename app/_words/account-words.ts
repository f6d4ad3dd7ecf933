import type { WordsFor } from './words-for'

export const accountWords: WordsFor<
  'CustomerNotRegistered' | 'CustomerAlreadyRegistered' | 'EmailTaken' | 'AddressNotFound' | 'TooManyAddresses'
> = {
  CustomerNotRegistered: () => ({
    title: 'This account is not ready yet',
    body: 'It was made a moment ago. Try again in a second.',
  }),
  CustomerAlreadyRegistered: () => ({
    title: 'This account exists already',
    body: 'There is nothing left to do: sign in with it.',
  }),
  EmailTaken: () => ({
    title: 'This e-mail address has an account',
    body: 'Sign in with it, or use another address.',
  }),
  AddressNotFound: () => ({
    title: 'This address is no longer saved',
    body: 'Enter it again, or choose another one.',
  }),
  TooManyAddresses: ({ most }) => ({
    title: 'The address book is full',
    body: `It holds ${most} addresses. Change one of them instead.`,
  }),
}
