/** Asks once for all who ask within `ms`: a door that is open to everybody must not cost the database a question each. */
export function shareFor<Value>(ms: number, ask: () => Promise<Value>): () => Promise<Value> {
  let shared: { answer: Promise<Value>; until: number } | null = null
  return () => {
    if (!shared || performance.now() >= shared.until) shared = { answer: ask(), until: performance.now() + ms }
    return shared.answer
  }
}
