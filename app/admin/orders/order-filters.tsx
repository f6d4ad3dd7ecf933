import { Field } from '@/app/_ui/field'
import type { OrderFilter } from '@/server/read/order-history/order-list.view'
import { FilterForm } from '../_chrome/filter-form'
import { ordersPath } from './order-filter'

/** Which orders: by words and by days. */
export function OrderFilters({ filter }: { filter: OrderFilter }) {
  const { status, text = '', from = '', to = '' } = filter
  return (
    <FilterForm label="Which orders" path={ordersPath({})} values={{ q: text, from, to }} kept={{ status }}>
      <Field
        id="orders-q"
        label="Number, name or e-mail"
        type="search"
        name="q"
        defaultValue={text}
        maxLength={100}
        autoComplete="off"
      />
      <Field id="orders-from" label="From" type="date" name="from" defaultValue={from} />
      <Field id="orders-to" label="To" type="date" name="to" defaultValue={to} />
    </FilterForm>
  )
}
