/** The reason that stands at an order which its buyer cancelled. */
export const BY_THE_BUYER = 'Cancelled by the buyer'
