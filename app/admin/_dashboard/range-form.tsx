import { Field } from '@/app/_ui/field'
import { FilterForm } from '../_chrome/filter-form'
import type { Range } from './range'

export function RangeForm({ range: { from, to }, today }: { range: Range; today: string }) {
  return (
    <FilterForm label="Which days" path="/admin" values={{ from, to }}>
      <Field id="range-from" label="From" type="date" name="from" defaultValue={from} max={today} required />
      <Field id="range-to" label="To" type="date" name="to" defaultValue={to} max={today} required />
    </FilterForm>
  )
}
