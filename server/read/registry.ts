import type { Projection } from '@/server/engine/projections/projection'
import type { Query } from '@/server/engine/queries/query'
import { activityProjection } from './activity/activity.projection'
import { listActivity } from './activity/activity.query'
import { addressBookProjection } from './address-book/address-book.projection'
import { getAddressBook } from './address-book/address-book.query'
import { cartProjection } from './cart/cart.projection'
import { getCart } from './cart/cart.query'
import { customerStatisticsProjection } from './customer-statistics/customer-statistics.projection'
import { findCustomerStatistics, listTopCustomers } from './customer-statistics/customer-statistics.query'
import { orderDetailProjection } from './order-detail/order-detail.projection'
import { findOrder } from './order-detail/order-detail.query'
import { orderHistoryProjection } from './order-history/order-history.projection'
import { listOrders, listOwnOrders } from './order-history/order-history.query'
import { productHistoryProjection } from './product-history/product-history.projection'
import { listProductHistory } from './product-history/product-history.query'
import { listProducts } from './product-listing/list-products.query'
import { productListingProjection } from './product-listing/product-listing.projection'
import { searchProducts } from './product-listing/search-products.query'
import { productPageProjection } from './product-page/product-page.projection'
import { findProduct, findProductPage } from './product-page/product-page.query'
import { listProjections } from './projection-status/projection-status.query'
import { revenueProjection } from './revenue/revenue.projection'
import { getRevenue } from './revenue/revenue.query'
import { stockLevelsProjection } from './stock-levels/stock-levels.projection'
import { listStockLevels } from './stock-levels/stock-levels.query'
import { topProductsProjection } from './top-products/top-products.projection'
import { listTopProducts } from './top-products/top-products.query'

export type ProjectionSettings = { timeZone: string }

/** Everything that a worker keeps up to date. */
export function projections(settings: ProjectionSettings): Projection[] {
  return [
    cartProjection,
    addressBookProjection,
    productListingProjection,
    productPageProjection,
    productHistoryProjection,
    orderHistoryProjection(settings),
    orderDetailProjection,
    customerStatisticsProjection,
    stockLevelsProjection,
    revenueProjection(settings),
    topProductsProjection(settings),
    activityProjection,
  ]
}

/** Every question that may be asked from outside, by name. */
const queries: Record<string, Query> = Object.fromEntries(
  [
    getCart,
    getAddressBook,
    searchProducts,
    listProducts,
    findProductPage,
    findProduct,
    listProductHistory,
    listOwnOrders,
    listOrders,
    findOrder,
    findCustomerStatistics,
    listTopCustomers,
    listStockLevels,
    getRevenue,
    listTopProducts,
    listActivity,
    listProjections,
  ].map((query) => [query.name, query as unknown as Query]),
)

/** The query of this name, if there is one. */
export function findQuery(name: string): Query | undefined {
  return Object.hasOwn(queries, name) ? queries[name] : undefined
}
