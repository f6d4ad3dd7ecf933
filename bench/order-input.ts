export const CONTACT = { name: 'Ada Harbour', email: 'ada@example.org' }
export const ADDRESS = {
  name: 'Ada Harbour',
  line1: '1 Quay Street',
  line2: '',
  city: 'Whitby',
  postcode: 'YO21 1AA',
  country: 'GB',
}
export const PAYMENT = { token: 'test_approves_4242', brand: 'Visa', last4: '4242' }
