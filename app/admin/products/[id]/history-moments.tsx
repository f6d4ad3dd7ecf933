import { DateTime } from '@/app/_ui/date-time'
import { moneyText } from '@/app/_ui/money-text'
import type { Moment } from '@/app/_ui/timeline'
import { listed } from '@/app/_words/words-for'
import type { Change } from '@/server/engine/log/difference'
import type { ProductWords } from '@/server/events/product'
import type { ProductHistoryEntry, ProductHistoryView } from '@/server/read/product-history/product-history.view'
import type { ProductPageView } from '@/server/read/product-page/product-page.view'
import { ChangeList } from '../../_history/change-list'
import { capital } from '../../_history/field-words'
import { differenceText, reasonWord } from '../correction-words'
import { wordFacts } from '../word-facts'

type Reader = { id: string; timeZone: string }

/** What was done to a product, by whom and why, the latest first. */
export function momentsOf(history: ProductHistoryView, product: ProductPageView, reader: Reader): Moment[] {
  const { entries, total, page, pageSize } = history
  return entries.map((entry, place) => ({
    // The how-manieth thing that happened to the product: known before its place in the log is.
    key: String(total - (page - 1) * pageSize - place),
    time: (
      <>
        <DateTime utc={entry.at} timeZone={reader.timeZone} />, by {actorText(entry, reader)}
      </>
    ),
    ...wordsOf(entry, product, reader),
  }))
}

function wordsOf(
  entry: ProductHistoryEntry,
  { variants, currency }: ProductPageView,
  { timeZone }: Reader,
): Pick<Moment, 'title' | 'detail'> {
  const of = (variantId: string) => {
    const label = variants.find((variant) => variant.variantId === variantId)?.label
    return label ? `${label}: ` : ''
  }
  switch (entry.type) {
    case 'ProductCreated':
      return { title: entry.details.onSale ? 'Put on sale' : 'Known from an imported order' }
    case 'ProductRevised': {
      const changes = changesIn(entry.details)
      return {
        title: `Another ${listed(changes.map(({ path }) => path.join(' ')))}`,
        detail: <ChangeList changes={changes} isBirth={false} writing={{ currency, timeZone }} />,
      }
    }
    case 'PriceChanged': {
      const { variantId, from, to, reason } = entry.details
      return { title: `${of(variantId)}${moneyText(from, currency)} is now ${moneyText(to, currency)}`, detail: reason }
    }
    case 'ProductRestocked':
      return { title: `${of(entry.details.variantId)}${entry.details.quantity.toLocaleString('en-GB')} came in` }
    case 'StockCorrected': {
      const { variantId, by, reason } = entry.details
      return { title: `${of(variantId)}${differenceText(by)} in stock`, detail: capital(reasonWord(reason)) }
    }
    case 'ProductDiscontinued':
      return { title: 'Discontinued', detail: entry.details.reason }
  }
}

function changesIn({ from, to }: { from: Partial<ProductWords>; to: Partial<ProductWords> }): Change[] {
  const [was, is] = [wordFacts(from), wordFacts(to)]
  return is.map(({ label, value }, place) => ({
    path: [label.toLowerCase()],
    before: was[place]?.value ?? null,
    after: value,
  }))
}

function actorText({ actorKind, actorId }: ProductHistoryEntry, { id }: Reader): string {
  if (actorId === id) return 'you'
  return actorKind === 'staff' ? 'a colleague' : 'the shop itself'
}
