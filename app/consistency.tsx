'use client'

import type { ReactNode } from 'react'
import { ConsistencyProvider } from '@/app/_client/consistency-provider'
import type { Journal } from '@/app/_client/journal/journal'
import { Offline } from '@/app/_client/offline'
import { PushProvider } from '@/app/_client/push-provider'
import type { Send } from '@/app/_client/sending/exchange'
import { optimisticCommands } from './optimistic'

type ConsistencyProps = {
  actorId: string
  send: Send
  carried: Journal
  /** The build that is served; null where none is kept for later. */
  build: string | null
  children: ReactNode
}

/** Gives the client half of consistency the shop's own commands. `send` is the server action `issueOwnCommands`. */
export function Consistency({ build, children, ...props }: ConsistencyProps) {
  return (
    <ConsistencyProvider {...props} optimistics={optimisticCommands}>
      <PushProvider>
        <Offline build={build} />
        {children}
      </PushProvider>
    </ConsistencyProvider>
  )
}
