import { describe, expect, test } from 'vitest'
import { SYSTEM } from '@/server/actor'
import { customer, given, guest, idOf, stranger } from '../testing'
import { changeContact } from './change-contact'
import { registerCustomer } from './register-customer'
import { updateAddress } from './update-address'

describe('registering a customer', () => {
  const contact = { name: 'Ada Byron', email: 'ada@example.org' }
  const input = { customerId: customer.id, ...contact }
  const unknown = { isRegistered: false, isEmailTaken: false }

  test('is done by the shop, when somebody signs up', () => {
    given(unknown)
      .when(registerCustomer, input, SYSTEM)
      .thenRecords({ type: 'CustomerRegistered', key: customer.id, data: { customerId: customer.id, contact } })
  })

  test.each([guest, customer, stranger])('is not done by %o', (actor) => {
    expect(registerCustomer.permits(actor)).toBe(false)
  })

  test('is done once, and an e-mail address belongs to one', () => {
    given({ ...unknown, isRegistered: true })
      .when(registerCustomer, input, SYSTEM)
      .thenRefuses('CustomerAlreadyRegistered')
    given({ ...unknown, isEmailTaken: true })
      .when(registerCustomer, input, SYSTEM)
      .thenRefuses('EmailTaken')
  })
})

describe('updating an address', () => {
  const addressId = idOf(20)
  const address = { name: 'Ada Byron', line1: '1 Quay', line2: '', city: 'Whitby', postcode: 'YO21', country: 'GB' }
  const input = { addressId, address, isDefault: false }
  const saved = (isDefault: boolean) => ({
    type: 'AddressSaved' as const,
    key: customer.id,
    data: { customerId: customer.id, addressId, address, isDefault },
  })
  const home = { id: idOf(21), isDefault: true }

  test('adds one under a new id', () => {
    given({ isRegistered: true, owner: undefined, own: [home] })
      .when(updateAddress, input, customer)
      .thenRecords(saved(false))
  })

  test('makes the first one the default', () => {
    given({ isRegistered: true, owner: undefined, own: [] })
      .when(updateAddress, input, customer)
      .thenRecords(saved(true))
  })

  test('moves the default when asked to', () => {
    given({ isRegistered: true, owner: undefined, own: [home] })
      .when(updateAddress, { ...input, isDefault: true }, customer)
      .thenRecords(saved(true))
  })

  test('does not leave somebody without a default', () => {
    given({ isRegistered: true, owner: customer.id, own: [{ id: addressId, isDefault: true }] })
      .when(updateAddress, input, customer)
      .thenRecords(saved(true))
  })

  test('does not find an address of somebody else', () => {
    given({ isRegistered: true, owner: stranger.id, own: [home] })
      .when(updateAddress, input, customer)
      .thenRefuses('AddressNotFound', { addressId })
  })

  test('keeps to twenty, and still changes one of them', () => {
    const own = Array.from({ length: 20 }, (_, n) => ({ id: idOf(30 + n), isDefault: n === 0 }))
    given({ isRegistered: true, owner: undefined, own })
      .when(updateAddress, input, customer)
      .thenRefuses('TooManyAddresses', { most: 20 })
    given({ isRegistered: true, owner: customer.id, own })
      .when(updateAddress, { ...input, addressId: idOf(31) }, customer)
      .thenAnswers({ addressId: idOf(31), isDefault: false })
  })

  test('is for registered account holders', () => {
    given({ isRegistered: false, owner: undefined, own: [] })
      .when(updateAddress, input, customer)
      .thenRefuses('CustomerNotRegistered')
    expect([guest, customer].map(updateAddress.permits)).toEqual([false, true])
  })
})

describe('changing a name or an e-mail address', () => {
  const contact = { name: 'Ada Lovelace', email: 'lovelace@example.org' }
  const input = { customerId: customer.id, ...contact }

  test('is what the account asks for, and nobody from outside', () => {
    given({ isRegistered: true, isEmailTaken: false })
      .when(changeContact, input, SYSTEM)
      .thenRecords({ type: 'ContactChanged', key: customer.id, data: { customerId: customer.id, contact } })
    expect([customer, guest, stranger].some(changeContact.permits)).toBe(false)
  })

  test('is refused to nobody we know, and with somebody else’s address', () => {
    given({ isRegistered: false, isEmailTaken: false })
      .when(changeContact, input, SYSTEM)
      .thenRefuses('CustomerNotRegistered')
    given({ isRegistered: true, isEmailTaken: true }).when(changeContact, input, SYSTEM).thenRefuses('EmailTaken')
  })
})
