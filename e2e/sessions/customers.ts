import { v7 } from 'uuid'
import { testSessionSecret } from '@/db/testing/provided'
import { createAuth } from '@/server/auth'
import { quay, type TestShop } from '@/server/write/test-shop'

/** A place that holds one value: an address of the book, or how many of an item are in the cart. */
export type Place = {
  key: string
  /** The query whose answer shows it, and its value there. */
  query: 'getAddressBook' | 'cart'
  /** A command that puts a value there which nobody has put there before, and nobody will again. */
  nextWrite: () => { name: string; input: object; value: string }
}

export type Customer = { cookies: ReadonlyMap<string, string>; places: Place[] }

/** Somebody with an account, a cart and an address book, and the cookie that a device of theirs is signed in by. */
export async function signUp(shop: TestShop, name: string): Promise<Customer> {
  const { auth, close } = createAuth(
    { commandDatabaseUrl: shop.database.commandUrl, sessionSecret: testSessionSecret },
    shop,
  )
  const body = { name, email: `${name}@example.org`, password: 'a long enough one' }
  const response = await auth.api.signUpEmail({ body, asResponse: true })
  await close()
  const pairs = response.headers.getSetCookie().map((line) => line.split(';')[0]?.split('=') ?? [])
  const { user } = await response.json()
  const items = [await shop.stockUp(100), await shop.stockUp(100)]
  const actor = { kind: 'customer', id: user.id } as const
  await shop.fillCart(
    actor,
    items.map(({ variantId }) => ({ variantId, quantity: 1 })),
  )
  return {
    cookies: new Map(pairs.map(([cookie = '', ...value]) => [cookie, value.join('=')])),
    places: [...items.map(({ variantId }) => cartPlace(variantId)), addressPlace(v7()), addressPlace(v7())],
  }
}

/** More than a hundred writes to one line would run out of quantities. */
function cartPlace(variantId: string): Place {
  const quantities = shuffled(Array.from({ length: 98 }, (_, index) => index + 2))
  return {
    key: variantId,
    query: 'cart',
    nextWrite() {
      const quantity = quantities.pop()
      if (!quantity) throw new Error('There are no quantities left.')
      return { name: 'ChangeItemQuantity', input: { variantId, quantity }, value: String(quantity) }
    },
  }
}

function addressPlace(addressId: string): Place {
  return {
    key: addressId,
    query: 'getAddressBook',
    nextWrite() {
      const line1 = v7()
      return {
        name: 'UpdateAddress',
        input: { addressId, address: { ...quay, line1 }, isDefault: false },
        value: line1,
      }
    },
  }
}

function shuffled<T>(items: T[]): T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
