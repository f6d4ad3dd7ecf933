'use client'

import type { ReactNode } from 'react'
import { ConsistencyProvider } from '@/app/_client/consistency-provider'
import type { Send } from '@/app/_client/dispatcher'
import { PushProvider } from '@/app/_client/push-provider'
import { optimisticCommands } from './optimistic'

/** Gives the client half of consistency the shop's own commands. `send` is the server action `issueCommands`. */
export function Consistency({ actorId, send, children }: { actorId: string; send: Send; children: ReactNode }) {
  return (
    <ConsistencyProvider actorId={actorId} optimistics={optimisticCommands} send={send}>
      <PushProvider>{children}</PushProvider>
    </ConsistencyProvider>
  )
}
