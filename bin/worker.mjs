import { register } from 'tsx/esm/api'
import './supervisor/exit-with-parent.mjs'

register()

// `npm run worker`: projections and policies.
if (process.env.DATABASE_URL) {
  const { keepOnlyRoles } = await import('./supervisor/role-environment.ts')
  keepOnlyRoles(process.env, ['command', 'projector'])
}

process.env.NODE_ENV = 'production'
await import('../workers/main.ts')
