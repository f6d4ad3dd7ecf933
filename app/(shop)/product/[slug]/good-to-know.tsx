import { Disclosure } from '@/app/_ui/disclosure'
import { Link } from '@/app/_ui/link'
import { moneyText } from '@/app/_ui/money-text'
import { FREE_SHIPPING_FROM, SHIPPING } from '@/server/events/amounts'
import { shop } from '@/server/shop'

/** What one wants to know of every product before buying it. */
export function GoodToKnow() {
  const { currency } = shop().config
  return (
    <div>
      <Disclosure summary="Delivery">
        {moneyText(SHIPPING, currency)} for a parcel of any size, nothing from {moneyText(FREE_SHIPPING_FROM, currency)}
        . Two to four days. <Link href="/delivery">All about delivery</Link>
      </Disclosure>
      <Disclosure summary="Returns">
        Thirty days to change your mind, also about things that have been in the sea.{' '}
        <Link href="/delivery#returns">How returns work</Link>
      </Disclosure>
    </div>
  )
}
