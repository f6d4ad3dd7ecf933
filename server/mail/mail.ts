/** A letter. `messageId` is its own for ever: sent twice, it is recognised as one. */
export type Mail = {
  messageId: string
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  /** Whoever reads it gets into its receiver's account, so nobody else is shown it. */
  isSecret?: boolean
}

/** Whatever takes letters. What it has taken without an error is on its way. */
export type Mailer = { send: (mail: Mail) => Promise<void>; close: () => void }
