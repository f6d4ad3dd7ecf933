'use client'

import type { ReactNode } from 'react'
import { ConsistencyProvider } from '@/app/_client/consistency-provider'
import type { Send } from '@/app/_client/exchange'
import type { Journal } from '@/app/_client/journal'
import { PushProvider } from '@/app/_client/push-provider'
import { optimisticCommands } from './optimistic'

type ConsistencyProps = { actorId: string; send: Send; carried: Journal; children: ReactNode }

/** Gives the client half of consistency the shop's own commands. `send` is the server action `issueOwnCommands`. */
export function Consistency({ children, ...props }: ConsistencyProps) {
  return (
    <ConsistencyProvider {...props} optimistics={optimisticCommands}>
      <PushProvider>{children}</PushProvider>
    </ConsistencyProvider>
  )
}
