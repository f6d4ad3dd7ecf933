import { Field } from '@/app/_ui/field'
import { SelectField } from '@/app/_ui/select-field'
import { categorySchema } from '@/server/events/product'
import type { ProductListFilter } from '@/server/read/product-listing/product-list.view'
import { FilterForm } from '../_chrome/filter-form'
import { categoryName } from './category-words'
import { productsPath, saleParam } from './product-filter'

const categories = categorySchema.options.map((value) => ({ value, label: categoryName(value) }))

/** Which products: by words and by category. */
export function ProductFilters({ filter }: { filter: ProductListFilter }) {
  const { text = '', category = '', onSale } = filter
  return (
    <FilterForm
      label="Which products"
      path={productsPath({})}
      values={{ q: text, category }}
      kept={{ sale: saleParam(onSale) }}
    >
      <Field
        id="products-q"
        label="Name or SKU"
        type="search"
        name="q"
        defaultValue={text}
        maxLength={100}
        autoComplete="off"
      />
      <SelectField
        id="products-category"
        label="Category"
        name="category"
        placeholder="All"
        options={categories}
        defaultValue={category}
      />
    </FilterForm>
  )
}
