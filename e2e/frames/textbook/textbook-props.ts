/** What the page has to know to speak with the shop: how its own pages call, as whom, and about what. */
export type TextbookProps = { path: string; action: string; actorId: string; variantId: string }
