import { v5 } from 'uuid'

const NAMESPACE = '5e1f0a3c-9b7d-5c2e-8f46-7d1b0a9c3e52'

/** The id of the command with which a policy reacts to an event: the same however often it reacts. */
export function reactionId(policy: string, event: { commandId: string; position: number }): string {
  return v5(`${policy}/${event.commandId}/${event.position}`, NAMESPACE)
}
