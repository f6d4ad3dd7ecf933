import type { Answer } from '@/server/engine/log/mark'
import type { ViewName } from './visible'

/** Asks a query at its door. Own commits are named by the cookies that go along. */
export type FetchAnswer = (view: ViewName, signal: AbortSignal) => Promise<Answer<unknown>>

export const fetchAnswer: FetchAnswer = async ({ name, input }, signal) => {
  const parameters = new URLSearchParams({ input: JSON.stringify(input) })
  const response = await fetch(`/api/read/${name}?${parameters}`, { signal, cache: 'no-store' })
  if (!response.ok) throw new ReadFailed(name, response.status)
  return response.json()
}

class ReadFailed extends Error {
  override readonly name = 'ReadFailed'
  constructor(
    readonly query: string,
    readonly status: number,
  ) {
    super(`The question ${query} was answered with status ${status}.`)
  }
}
