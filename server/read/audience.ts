/** Read models that show everybody the same: who looks at the catalogue may hear that it has changed. */
export const PUBLIC_MODELS: ReadonlySet<string> = new Set(['product-listing', 'product-page'])

/** Read models of which each shopper sees his own rows, and may hear of them alone. Of all others only staff hears. */
export const PERSONAL_MODELS: ReadonlySet<string> = new Set(['cart', 'address-book', 'order-history', 'order-detail'])
