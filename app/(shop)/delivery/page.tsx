import type { Metadata } from 'next'
import { Link } from '@/app/_ui/link'
import { moneyText } from '@/app/_ui/money-text'
import { FREE_SHIPPING_FROM, SHIPPING } from '@/server/events/amounts'
import { shop } from '@/server/shop'
import { Prose } from '../_prose/prose'

export const metadata: Metadata = {
  title: 'Delivery and returns',
  description: 'What a parcel costs, how an order goes on, and how to change your mind.',
}

export default function DeliveryPage() {
  const { currency } = shop().config
  const money = (minor: number) => moneyText(minor, currency)
  return (
    <Prose title="Delivery and returns" lead="One price for a parcel of any size, and nothing that appears at the end.">
      <h2>What it costs</h2>
      <p>
        {money(SHIPPING)} for an order, whatever is in it; nothing from {money(FREE_SHIPPING_FROM)}. The prices on the
        pages contain VAT, and the cart says how much of it.
      </p>
      <h2>How an order goes on</h2>
      <p>
        It is placed when you place it: from then on the goods are yours and nobody else’s. Then the card is asked. If
        the answer is yes, the order is packed; if it is no, the order is cancelled, nothing is charged, and its page
        offers to put everything back into the cart. When it is sent, its page has the tracking number. All of this
        stands under <Link href="/orders">your orders</Link>, without waiting for a letter.
      </p>
      <h2 id="returns">Returns</h2>
      <p>
        Until it is sent, you can cancel an order on its page. After that there are thirty days to change your mind,
        also about things that have been in the sea. What is paid back stands on the order, with the reason.
      </p>
      <h2>And in truth</h2>
      <p>
        This is a demonstration: nothing is sent, so nothing can come back. Everything else on this page is how the shop
        really behaves. <Link href="/about">About the shop</Link>
      </p>
    </Prose>
  )
}
