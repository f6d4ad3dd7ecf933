import type { z } from 'zod'
import { secretAdvice } from './variables'

type Given = Partial<Record<'DATABASE_URL' | 'READ_DATABASE_URL' | 'SESSION_SECRET', string | undefined>>

/** What only makes sense beside something else. */
export function checkTogether(env: Given, context: z.RefinementCtx): void {
  const refuse = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message })
  if (env.READ_DATABASE_URL && !env.DATABASE_URL)
    refuse('READ_DATABASE_URL', 'is given without DATABASE_URL: give both, or neither to use the embedded PostgreSQL')
  if (env.DATABASE_URL && !env.SESSION_SECRET) refuse('SESSION_SECRET', `is missing: ${secretAdvice}`)
}

type Mail = Partial<Record<'SMTP_URL' | 'MAIL_FROM', string | undefined>>

/** Mail servers refuse letters that come from nobody they know. */
export function checkMail({ SMTP_URL, MAIL_FROM }: Mail, context: z.RefinementCtx): void {
  if (!SMTP_URL || MAIL_FROM) return
  const message = 'is missing beside SMTP_URL: set it like Tidemark <orders@shop.example>'
  context.addIssue({ code: 'custom', path: ['MAIL_FROM'], message })
}
