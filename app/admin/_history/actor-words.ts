import type { Person } from '@/server/history/history'

/** Who did it. */
export function actorText({ kind, name }: Person): string {
  switch (kind) {
    case 'system':
      return 'the shop itself'
    case 'guest':
      return 'a guest'
    case 'staff':
      return name ?? 'a colleague who has left'
    default:
      return name ?? 'a customer, forgotten at their wish'
  }
}
