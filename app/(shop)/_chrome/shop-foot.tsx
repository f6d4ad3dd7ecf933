import { ShopFooter } from '@/app/_ui/shop-footer'
import { ThemeSwitch } from '@/app/_ui/theme-switch'

const shelves = [
  { href: '/search', label: 'Everything' },
  { href: '/search?sort=newest&stock=1', label: 'Newest first' },
  { href: '/search?price=-10', label: 'Small things' },
]

const yours = [
  { href: '/cart', label: 'Cart' },
  { href: '/orders', label: 'Orders' },
  { href: '/account', label: 'Account' },
]

const house = [
  { href: '/about', label: 'About the shop' },
  { href: '/delivery', label: 'Delivery' },
  { href: '/delivery#returns', label: 'Returns' },
]

/** Where every page of the shop ends. */
export function ShopFoot() {
  return (
    <ShopFooter
      motto="A general store by the sea, open at all states of the tide. It is a demonstration: nothing is charged, and nothing arrives."
      columns={[
        { heading: 'Shop', links: shelves },
        { heading: 'Yours', links: yours },
        { heading: 'The house', links: house },
      ]}
      foot={
        <>
          <span>Prices include VAT.</span>
          <ThemeSwitch />
        </>
      }
    />
  )
}
