import { ChoiceCards } from '@/app/_ui/choice-cards'
import { Price } from '@/app/_ui/price'
import type { ListedVariant } from '@/server/read/listed-variant'
import { stockNote } from '../../_product/stock-words'

type VariantChoiceProps = {
  variants: readonly ListedVariant[]
  currency: string
  chosenId: string
  onChoose: (variantId: string) => void
}

/** One of a product's variants, each with what is left of it, and with its price where that makes a difference. */
export function VariantChoice({ variants, currency, chosenId, onChoose }: VariantChoiceProps) {
  const isOnePrice = variants.every(({ price }) => price === variants[0]?.price)
  return (
    <ChoiceCards
      id="variant"
      name="variant"
      legend="Which one"
      value={chosenId}
      onChoose={onChoose}
      options={variants.map(({ variantId, label, price, stock }) => ({
        value: variantId,
        label,
        detail: stockNote(stock),
        aside: !isOnePrice && <Price minor={price} currency={currency} />,
        disabled: stock === 0,
      }))}
    />
  )
}
