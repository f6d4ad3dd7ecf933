import {
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  type SpanOptions,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, RandomIdGenerator, TracerProvider } from '@opentelemetry/sdk-trace'
import { reactionId } from '@/server/engine/reactions/reaction-id'
import { clickedAt, traceOf } from './trace-ids'
import type { Tracing } from './tracing-shape'

const SEND_EVERY_MS = 1000
/** A batch that catches up holds the events of hundreds of commands: the first of them tell enough. */
const MOST_COMMANDS = 20

/** Makes spans of what an observer is told, after the fact, and sends them. */
export function openSpans(process: string, endpoint: string): Tracing {
  const ids = createIds()
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': `tidemark-${process}` }),
    idGenerator: ids,
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` }),
        scheduledDelayMillis: SEND_EVERY_MS,
      }),
    ],
  })
  const tracer = provider.getTracer('tidemark')
  /** Made, and not yet announced: by projection. */
  const unseen = new Map<string, Span[]>()

  /** Hangs a span under the click that caused it. */
  function under(commandId: string, name: string, options: SpanOptions): Span {
    const parent = { ...traceOf(commandId), traceFlags: TraceFlags.SAMPLED, isRemote: true }
    return tracer.startSpan(name, options, trace.setSpanContext(ROOT_CONTEXT, parent))
  }

  return {
    onCommand({ command, commandId, outcome, ms }) {
      const now = Date.now()
      const attributes = { 'tidemark.command': command, 'tidemark.command_id': commandId, 'tidemark.outcome': outcome }
      const startTime = Math.min(clickedAt(commandId, now), now - ms)
      const click = ids.with(traceOf(commandId), () =>
        tracer.startSpan(`click ${command}`, { startTime, attributes, root: true }, ROOT_CONTEXT),
      )
      const kind = SpanKind.SERVER
      const span = under(commandId, `command ${command}`, { kind, startTime: now - ms, attributes })
      for (const one of [span, click]) end(one, outcome === 'failed', now)
    },
    onQuery() {
      // A query is of no command.
    },
    onStep({ projection, events, outcome, ms }) {
      const now = Date.now()
      const commands = new Map(events.map((event) => [event.commandId, event.type]))
      const spans = [...commands].slice(0, MOST_COMMANDS).map(([commandId, type]) => {
        const attributes = {
          'tidemark.projection': projection,
          'tidemark.event': type,
          'tidemark.batch': events.length,
        }
        return under(commandId, `project ${projection}`, { kind: SpanKind.CONSUMER, startTime: now - ms, attributes })
      })
      for (const span of spans) span.addEvent('rows written', now)
      if (outcome === 'failed') for (const span of spans) end(span, true, now)
      else unseen.set(projection, [...(unseen.get(projection) ?? []), ...spans].slice(-10 * MOST_COMMANDS))
    },
    onReaction({ policy, event, outcome, ms }) {
      const now = Date.now()
      const attributes = { 'tidemark.policy': policy, 'tidemark.event': event.type }
      const span = under(event.commandId, `react ${policy}`, {
        kind: SpanKind.CONSUMER,
        startTime: now - ms,
        attributes,
        // The commands of a reaction have traces of their own, as those of a click do.
        links: [{ context: { ...traceOf(reactionId(policy, event)), traceFlags: TraceFlags.SAMPLED } }],
      })
      end(span, outcome === 'failed', now)
    },
    visible(projection) {
      for (const span of unseen.get(projection) ?? []) {
        span.addEvent('visible')
        span.end()
      }
      unseen.delete(projection)
    },
    close: () => provider.shutdown(),
  }
}

function end(span: Span, hasFailed: boolean, at: number): void {
  if (hasFailed) span.setStatus({ code: SpanStatusCode.ERROR })
  span.end(at)
}

/** Random ids, but for the first span of a trace, whose ids follow from the command. */
function createIds() {
  const random = new RandomIdGenerator()
  let given: { traceId: string; spanId: string } | null = null
  return {
    generateTraceId: () => given?.traceId ?? random.generateTraceId(),
    generateSpanId: () => given?.spanId ?? random.generateSpanId(),
    with<Made>(ids: { traceId: string; spanId: string }, make: () => Made): Made {
      given = ids
      const made = make()
      given = null
      return made
    },
  }
}
