/** What a worker calls its sessions in the database, where the others look for it. */
export const WORKER_SESSIONS = {
  projector: 'tidemark-projector',
  policy: 'tidemark-policy',
  rebuilding: 'tidemark-rebuilding',
} as const
