/** Every queue that jobs are added to. */
export const QUEUES: readonly string[] = ['projections', 'confirmations', 'unpaid-orders', 'parked-keys', 'rebuilds']
