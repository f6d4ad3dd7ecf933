import type { SubmissionResult } from '@conform-to/react'

/** What a form about the account comes back with: only where it was refused. */
export type DetailsState = { result?: SubmissionResult<string[]> }
