import { createTransport } from 'nodemailer'
import type { Mailer } from './mail'

/** A server that does not answer is given up early: the letter is tried again, and others wait behind it meanwhile. */
const PATIENCE = { connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 15_000 }

/** Sends through a mail server, over a few connections that stay open. */
export function createSmtpMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport({ url: smtpUrl, pool: true, maxConnections: 4, ...PATIENCE })
  return {
    async send({ messageId, to, subject, text, html }) {
      await transport.sendMail({ from, to, subject, text, html, messageId: `<${messageId}>` })
    },
    close: () => transport.close(),
  }
}
