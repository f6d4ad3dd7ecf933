import { v7 } from 'uuid'
import { escaped, letterFoot, letterHtml, letterLink } from './letter-html'
import type { Mail, Mailer } from './mail'

/** For whom, and the token by which they may set a new password. */
export type PasswordReset = { to: Mail['to']; token: string }
type Words = Omit<Mail, 'messageId' | 'to'>

/** Writes letters by which one sets a new password. They lead to the shop's own address, whatever a request called it. */
export function createResetMailing(mailer: Mailer, shopUrl: string) {
  return ({ to, token }: PasswordReset) =>
    mailer.send({ messageId: `${v7()}@${new URL(shopUrl).hostname}`, to, ...passwordReset({ to, token }, shopUrl) })
}

/** What somebody is told who has forgotten their password: the same in plain text and in HTML. */
export function passwordReset({ to, token }: PasswordReset, shopUrl: string): Words {
  const subject = 'Set a new password'
  const link = new URL(`/reset-password/${token}`, shopUrl).href
  const greeting = `Hello ${to.name}. Somebody asked for a new password for your account, most likely you.`
  const limits = 'The link is good for an hour, and once. With the new password, you are signed out everywhere.'
  const otherwise = 'If it was not you, you need do nothing: your password stays as it is.'
  const text = `${[greeting, `${subject}\n  ${link}`, limits, otherwise, 'Tidemark'].join('\n\n')}\n`
  const paragraphs = [greeting, limits].map((words) => `<p>${escaped(words)}</p>`)
  const html = letterHtml(subject, [...paragraphs, letterLink(link, subject), letterFoot(otherwise)])
  return { subject, text, html, isSecret: true }
}
