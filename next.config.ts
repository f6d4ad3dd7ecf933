import type { NextConfig } from 'next'

const securityHeaders = [
  { key: 'x-content-type-options', value: 'nosniff' },
  { key: 'x-frame-options', value: 'DENY' },
  { key: 'referrer-policy', value: 'strict-origin-when-cross-origin' },
  { key: 'permissions-policy', value: 'camera=(), microphone=(), geolocation=(), payment=()' },
  { key: 'cross-origin-opener-policy', value: 'same-origin' },
  { key: 'strict-transport-security', value: 'max-age=31536000' },
]

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Servers' own clients: bundled, they lose their native parts and their singletons.
  serverExternalPackages: [
    'postgres',
    'ioredis',
    'bullmq',
    'pg',
    'pino',
    'better-auth',
    'prom-client',
    '@opentelemetry/api',
    '@opentelemetry/exporter-trace-otlp-http',
    '@opentelemetry/resources',
    '@opentelemetry/sdk-trace',
  ],
  // npm test checks the types of everything; a person who starts the shop need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  // In development Next would print what actions are called with: cards and passwords.
  logging: { serverFunctions: false },
  // A page that was fetched because somebody pointed at its link is shown at the click, if that comes soon.
  experimental: { authInterrupts: true, staleTimes: { static: 30 } },
  headers: async () => [
    { source: '/(.*)', headers: securityHeaders },
    // The address of a letter's link is told to nobody.
    { source: '/reset-password/:path*', headers: [{ key: 'referrer-policy', value: 'no-referrer' }] },
    { source: '/pictures/(.*)', headers: [{ key: 'cache-control', value: 'public, max-age=86400' }] },
  ],
}

export default config
