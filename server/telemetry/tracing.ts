import type { Tracing } from './tracing-shape'

const nothing = () => {}
const SILENT: Tracing = {
  onCommand: nothing,
  onQuery: nothing,
  onStep: nothing,
  onReaction: nothing,
  visible: nothing,
  close: async () => {},
}

/**
 * Traces, where OTEL_EXPORTER_OTLP_ENDPOINT says where to; else nothing, at no cost: OpenTelemetry is not even loaded.
 * What is told while it loads is lost.
 */
export function openTracing(process: string, endpoint: string | undefined, onError: (error: Error) => void): Tracing {
  if (!endpoint) return SILENT
  let open: Tracing = SILENT
  const opening = import('./spans').then(
    ({ openSpans }) => {
      open = openSpans(process, endpoint)
    },
    (error: Error) => onError(error),
  )
  return {
    onCommand: (seen) => open.onCommand(seen),
    onQuery: (seen) => open.onQuery(seen),
    onStep: (seen) => open.onStep(seen),
    onReaction: (seen) => open.onReaction(seen),
    visible: (projection) => open.visible(projection),
    close: () => opening.then(() => open.close()),
  }
}
