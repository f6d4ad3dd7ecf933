import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./db/write/*.ts', './db/read/*.ts', './db/auth/*.ts'],
  out: './db/migrations',
})
