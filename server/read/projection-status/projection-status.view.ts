/** How a projection keeps up with the log. */
export type ProjectionStatus = {
  projection: string
  /** Events that were committed and are not in its rows; counted up to 10,000. */
  behind: number
  /** For how long the oldest of them has been waiting; 0 where nothing waits. */
  lagMs: number
  /** How often its rows were brought forward; it only grows. */
  counter: number
  updatedAt: string
  /** Where it stands in the log, as PostgreSQL writes it. */
  snapshot: string
  target: string | null
  reached: number
}

/** `lagMs` is that of the projection that is furthest behind. */
export type ProjectionStatusView = { projections: ProjectionStatus[]; lagMs: number }
