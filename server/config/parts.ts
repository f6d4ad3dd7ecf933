import { z } from 'zod'
import { variables } from './variables'

/** What every process knows of the shop. */
export const shop = z.object({
  SHOP_CURRENCY: variables.SHOP_CURRENCY,
  SHOP_TIME_ZONE: variables.SHOP_TIME_ZONE,
  LOG_LEVEL: variables.LOG_LEVEL,
  REDIS_URL: variables.REDIS_URL.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: variables.OTEL_EXPORTER_OTLP_ENDPOINT.optional(),
})

/** How letters leave. */
export const mail = z.object({
  SMTP_URL: variables.SMTP_URL.optional(),
  MAIL_FROM: variables.MAIL_FROM.optional(),
  TIDEMARK_DATA_DIR: variables.TIDEMARK_DATA_DIR,
})

/** The worker has no door of its own unless it is given one for its figures. */
export const workerMetrics = z.object({
  METRICS_TOKEN: variables.METRICS_TOKEN.optional(),
  WORKER_METRICS_PORT: variables.WORKER_METRICS_PORT.optional(),
})

/** How a worker's projections are split. */
export const splitting = z.object({ PROJECTION_PARTITIONS: variables.PROJECTION_PARTITIONS.optional() })

/** When the web says that a projection is late. */
export const health = z.object({ HEALTH_MAX_LAG_SECONDS: variables.HEALTH_MAX_LAG_SECONDS })
