import { QueryClient, QueryClientProvider, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { v7 } from 'uuid'
import type { Answer } from '@/server/engine/log/mark'
import type { CartView, CartViewLine } from '@/server/read/cart/cart.view'
import type { TextbookProps } from './textbook-props'

// A cart by the recipe of the textbooks: patch the cache at once, roll back to a snapshot on an error, and ask again when
// the command is done. The server, its commands and its queries are the shop's own.

const CART = ['cart']
const props = JSON.parse(document.getElementById('props')?.textContent ?? '{}') as TextbookProps

async function fetchCart(): Promise<CartView> {
  const response = await fetch(`/api/read/cart?input=${encodeURIComponent('{}')}`, { cache: 'no-store' })
  return ((await response.json()) as Answer<CartView>).data
}

async function addItem(): Promise<void> {
  const command = { id: v7(), name: 'AddItemToCart', input: { variantId: props.variantId, quantity: 1 } }
  const response = await fetch(props.path, {
    method: 'POST',
    headers: { 'next-action': props.action, accept: 'text/x-component', 'content-type': 'text/plain;charset=UTF-8' },
    body: JSON.stringify([props.actorId, [command]]),
  })
  if (!response.ok) throw new Error(`The command was answered with status ${response.status}.`)
  await response.text()
}

function withOneMore(cart: CartView): CartView {
  const isThere = cart.lines.some(({ variantId }) => variantId === props.variantId)
  const fresh = { variantId: props.variantId, name: 'Low tumblers', quantity: 0 } as CartViewLine
  const lines = (isThere ? cart.lines : [...cart.lines, fresh]).map((line) =>
    line.variantId === props.variantId ? { ...line, quantity: line.quantity + 1 } : line,
  )
  return { ...cart, lines, itemCount: cart.itemCount + 1 }
}

function Cart() {
  const client = useQueryClient()
  const { data: cart } = useQuery({ queryKey: CART, queryFn: fetchCart })
  const { mutate } = useMutation({
    mutationFn: addItem,
    async onMutate() {
      await client.cancelQueries({ queryKey: CART })
      const before = client.getQueryData<CartView>(CART)
      client.setQueryData<CartView>(CART, (now) => now && withOneMore(now))
      return { before }
    },
    onError: (_error, _input, kept) => client.setQueryData(CART, kept?.before),
    onSettled: () => client.invalidateQueries({ queryKey: CART }),
  })
  return (
    <>
      <header>
        <a href="/cart">Cart{cart && cart.itemCount > 0 && `, ${cart.itemCount} items`}</a>
      </header>
      <main>
        <h1>Cart</h1>
        <button type="button" onClick={() => mutate()}>
          Add to cart
        </button>
        <ul>
          {cart?.lines.map(({ variantId, name, quantity }) => (
            <li key={variantId}>
              <form id={`line-${variantId}`}>
                {quantity} × {name}
              </form>
            </li>
          ))}
        </ul>
      </main>
    </>
  )
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <QueryClientProvider client={new QueryClient()}>
    <Cart />
  </QueryClientProvider>,
)
