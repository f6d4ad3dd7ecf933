import { getTableColumns } from 'drizzle-orm'
import { productListing } from '@/db/read/products'

const { search: _, ...columns } = getTableColumns(productListing)

/** A row of the listing without what only the database searches in. */
export const listedColumns = columns
