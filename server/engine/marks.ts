import { EventEmitter } from 'node:events'
import { MARKS_CHANNEL, type Moved, readAnnouncement } from './announcement'
import type { Sql } from './postgres'

export type MarkWatch = {
  /** Resolves when the projection moved, or after `ms`. */
  waitForMark: (projection: string, ms: number) => Promise<void>
  /** Calls back whenever a projection moved; answers how to stop. */
  subscribe: (onMoved: (moved: Moved) => void) => () => void
  close: () => Promise<void>
}

/**
 * Listens to the projections through one connection for the whole process. Without it (PostgreSQL restarting) waiting
 * reads just run into their time: correct, only slower.
 */
export function watchMarks(sql: Sql): MarkWatch {
  const marks = new EventEmitter().setMaxListeners(0)
  const tell = (payload: string) => {
    for (const moved of readAnnouncement(payload)) {
      marks.emit('moved', moved)
      marks.emit(`moved ${moved.projection}`)
    }
  }
  const listening = sql.listen(MARKS_CHANNEL, tell).catch(() => null)
  return {
    waitForMark(projection, ms) {
      const event = `moved ${projection}`
      return new Promise((resolve) => {
        const finish = () => {
          clearTimeout(timer)
          marks.off(event, finish)
          resolve()
        }
        const timer = setTimeout(finish, ms)
        marks.on(event, finish)
      })
    },
    subscribe(onMoved) {
      marks.on('moved', onMoved)
      return () => marks.off('moved', onMoved)
    },
    async close() {
      await (await listening)?.unlisten()
    },
  }
}
