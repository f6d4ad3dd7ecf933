import { findDepartment } from '@/app/_catalogue/departments'
import type { Category } from '@/server/events/product'

/** A category by its name; what an imported history brought along stands in no department. */
export function categoryName(category: Category): string {
  if (category === 'charges') return 'Postage and fees'
  return findDepartment(category)?.name ?? 'From before'
}
