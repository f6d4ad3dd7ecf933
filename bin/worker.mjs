import { register, tsImport } from 'tsx/esm/api'

// `npm run worker`: projections and policies.
if (process.env.DATABASE_URL) {
  const { keepOnlyRoles } = await tsImport('./supervisor/role-environment.ts', import.meta.url)
  keepOnlyRoles(process.env, ['command', 'projector'])
}

process.env.NODE_ENV = 'production'
register()
await import('../workers/main.ts')
