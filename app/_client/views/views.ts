import { QueryObserver } from '@tanstack/react-query'
import type { Answer } from '@/server/engine/log/mark'
import { type Optimistics, patches, touches } from '../commands/optimistic-command'
import { type Entry, isOpen, type Journal } from '../journal/journal'
import type { OwnWork } from '../journal/own-work'
import { createAnswerClient, KIND, viewOf } from './answer-cache'
import { contains } from './cover'
import { createGate } from './gate'
import { createLooks, type View } from './looks'
import type { Mounted } from './push-concern'
import type { FetchAnswer } from './read-door'
import { createRefetcher, type Watched } from './refetcher'
import type { Tabs } from './tabs'

export type ViewsOptions = {
  work: OwnWork
  optimistics: Optimistics
  actorId: string
  fetchAnswer: FetchAnswer
  tabs: Tabs
  /** The commands that the page's HTML shows already. */
  carried: Journal
}

export type Views = ReturnType<typeof createViews>

const IN_HTML = { dataUpdatedAt: 0, error: null }
const LOADING: View<undefined> = { data: undefined, pending: new Map(), error: null }

/** Confirmed answers behind the gate, what is shown of them, and when they are asked for again. */
export function createViews({ work, optimistics, actorId, fetchAnswer, tabs, carried }: ViewsOptions) {
  const client = createAnswerClient(fetchThroughGate)
  const answerOf = (key: string) => client.getQueryData<Answer<unknown>>([KIND, key])
  const ownWork = (key: string, concerns: typeof patches) =>
    work.journal.filter((entry) => concerns(optimistics.get(entry.name), viewOf(key).name))
  const gate = createGate({ get: answerOf, set: keep }, (key) => ownWork(key, patches))
  const refetcher = createRefetcher(watched, refetch)
  const looks = createLooks({ optimistics, actorId })
  const looksInHtml = createLooks({ optimistics, actorId })
  const failed = new WeakMap<Error, View<undefined>>()
  const admitted = new WeakSet<Answer<unknown>>()
  let isAdmitting = false
  let isHearsay = false

  function keep(key: string, answer: Answer<unknown>): void {
    client.setQueryData([KIND, key], answer)
    if (!isHearsay) tabs.tell(key, answer)
  }

  function admit(key: string, answer: Answer<unknown>): void {
    // Later: in this very moment React may be rendering, and nobody may be watching yet.
    if (gate.admit(key, answer) === 'guess') setTimeout(refetch, 0, key)
  }

  function hear(key: string, answer: Answer<unknown>): void {
    if (!answerOf(key)) return
    isHearsay = true
    admit(key, answer)
    isHearsay = false
  }

  /** The one way to ask. An answer that has to wait at the gate leaves the view as it is. */
  async function fetchThroughGate(key: string, signal: AbortSignal): Promise<Answer<unknown>> {
    const answer = await fetchAnswer(viewOf(key), signal)
    admit(key, answer)
    return answerOf(key) ?? answer
  }

  function watched(): Watched[] {
    const queries = client.getQueryCache().findAll({ queryKey: [KIND], type: 'active' })
    return queries.map(({ queryKey, state }) => {
      const answer = state.data as Answer<unknown> | undefined
      const key = String(queryKey[1])
      const own = ownWork(key, touches)
      const lacking = own.filter((entry) => !isOpen(entry) && answer && !contains(answer, entry))
      const lacks = lacking.map(({ id }) => id)
      const isOfOthers = lacking.every(({ status }) => status.is === 'committed' && status.elsewhere)
      return { key, isBusy: own.some(isOpen), lacks, isOfOthers, isFetching: state.fetchStatus === 'fetching' }
    })
  }

  function refetch(key: string): void {
    void client.refetchQueries({ queryKey: [KIND, key], exact: true, type: 'active' })
  }

  /** The views that somebody looks at. */
  function mounted(): Mounted[] {
    const queries = client.getQueryCache().findAll({ queryKey: [KIND], type: 'active' })
    return queries.flatMap(({ queryKey, state }) => {
      const answer = state.data as Answer<unknown> | undefined
      return answer ? { key: String(queryKey[1]), answer, isFetching: state.fetchStatus === 'fetching' } : []
    })
  }

  function failedView(error: Error): View<undefined> {
    const view = failed.get(error) ?? { ...LOADING, error }
    failed.set(error, view)
    return view
  }

  return {
    mounted,
    /** Asks a view again that somebody looks at. */
    refetch,
    /** Lets in an answer that came with a page. The same answer twice is nothing new. */
    admit(key: string, answer: Answer<unknown>): void {
      if (admitted.has(answer)) return
      admitted.add(answer)
      isAdmitting = true
      admit(key, answer)
      isAdmitting = false
    },
    /** What is shown now; the same object as long as it looks the same. */
    look(key: string): View<unknown> {
      const kept = client.getQueryState<Answer<unknown>>([KIND, key])
      if (kept?.data) return looks.look(key, viewOf(key), kept.data, kept, work.journal)
      return kept?.error ? failedView(kept.error) : LOADING
    },
    /** What the page's HTML shows: the answer that came with it, and what the browser carried along to be shown. */
    lookInHtml: (key: string, answer: Answer<unknown>): View<unknown> =>
      looksInHtml.look(key, viewOf(key), answer, IN_HTML, carried),
    /** Keeps a view up to date as long as somebody looks at it. */
    watch(key: string, show: () => void): () => void {
      // A page's answer comes in while React renders: whoever else shows the view is told right after, before the paint.
      const onChange = () => (isAdmitting ? queueMicrotask(show) : show())
      const observer = new QueryObserver(client, { queryKey: [KIND, key], notifyOnChangeProps: ['data', 'error'] })
      const stopObserving = observer.subscribe(onChange)
      const stopListening = work.subscribe(onChange)
      return () => {
        stopObserving()
        stopListening()
      }
    },
    /** Asks anew what a command was meant to change: that it was refused tells that somebody else changed it before. */
    askAgain({ name }: Entry): void {
      void client.refetchQueries({
        queryKey: [KIND],
        type: 'active',
        predicate: ({ queryKey }) => touches(optimistics.get(name), viewOf(String(queryKey[1])).name),
      })
    },
    /** Whether every answer that is kept has the command in its rows, and none will need its patch again. */
    areDoneWith(entry: Entry): boolean {
      const queries = client.getQueryCache().findAll({ queryKey: [KIND] })
      return queries.every(({ queryKey, state }) => {
        const answer = state.data as Answer<unknown> | undefined
        const isConcerned = patches(optimistics.get(entry.name), viewOf(String(queryKey[1])).name)
        return !answer || !isConcerned || contains({ mark: answer.mark }, entry)
      })
    },
    start(): () => void {
      client.mount()
      const stopJournal = work.subscribe(() => {
        gate.reconsider()
        refetcher.check()
      })
      const stopCache = client.getQueryCache().subscribe(({ type, query }) => {
        if (type === 'removed') looks.forget(String(query.queryKey[1]))
        else if (type === 'updated' || type === 'observerAdded') refetcher.check()
      })
      const stopListening = tabs.listen(hear)
      refetcher.check()
      return () => {
        stopListening()
        stopJournal()
        stopCache()
        refetcher.stop()
        client.unmount()
      }
    },
  }
}
