import type { PaymentProvider } from './provider'

type Options = {
  /** How long an answer may take. */
  ms?: number
  /** How long a provider that did not answer is left alone. */
  restMs?: number
  now?: () => number
}

/** The provider gave no answer: what came of the call is not known, and it has to be made again. */
export class ProviderSilent extends Error {
  constructor(call: string) {
    super(`The payment provider did not answer to ${call}.`)
    this.name = 'ProviderSilent'
  }
}

/**
 * The same provider, whose every call ends in time. After one that did not, the next ones fail at once for a while:
 * a hundred orders must not each wait for a provider that is down. An answer that comes when nobody waits for it any more
 * is told to `onLate`.
 */
export function withPatience(provider: PaymentProvider, { ms = 3000, restMs = 5000, now = Date.now }: Options = {}) {
  let restsUntil = 0

  function patiently<Input, Output>(name: string, call: (input: Input) => Promise<Output>) {
    return async (input: Input, onLate?: (answer: Output) => void): Promise<Output> => {
      if (now() < restsUntil) throw new ProviderSilent(name)
      const answer = call(input)
      let timer: NodeJS.Timeout | undefined
      const silence = new Promise<never>((_, fail) => {
        timer = setTimeout(() => {
          restsUntil = now() + restMs
          answer.then(onLate, () => {})
          fail(new ProviderSilent(name))
        }, ms)
      })
      return Promise.race([answer, silence]).finally(() => clearTimeout(timer))
    }
  }

  return {
    tokenise: patiently('tokenise', provider.tokenise),
    authorise: patiently('authorise', provider.authorise),
    check: patiently('check', provider.check),
    voidPayment: patiently('voidPayment', provider.voidPayment),
    refund: patiently('refund', provider.refund),
  } satisfies PaymentProvider
}
