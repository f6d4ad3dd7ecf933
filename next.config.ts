import type { NextConfig } from 'next'

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  serverExternalPackages: ['postgres', 'ioredis', 'bullmq', 'pg', 'pino'],
}

export default config
