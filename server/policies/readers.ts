import type { Policy } from '@/server/engine/reactions/policy'
import type { Means } from './record-answer'
import { policies } from './registry'

const refuse = () => Promise.reject(new Error('Only a worker has the means to react.'))

/** Whoever asks what the policies are called and what they handle has nothing to act with. */
const NO_MEANS = { dispatch: refuse } as unknown as Means

/** All policies by name, for those who tell of them and do not run them. */
export function policyReaders(): Pick<Policy, 'name' | 'version' | 'handles'>[] {
  return policies(NO_MEANS).map(({ name, version, handles }) => ({ name, version, handles }))
}
