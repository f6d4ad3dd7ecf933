import { EventEmitter } from 'node:events'
import type { Sql } from './postgres'
import { MARKS_CHANNEL } from './projector'

export type MarkWatch = {
  /** Resolves when the projection moved, or after `ms`. */
  waitForMark: (projection: string, ms: number) => Promise<void>
  /** Calls back with the projection's name whenever one moved; answers how to stop. */
  subscribe: (onMark: (projection: string) => void) => () => void
  close: () => Promise<void>
}

/**
 * Listens to the projections through one connection for the whole process. Without it (PostgreSQL restarting) waiting
 * reads just run into their time: correct, only slower.
 */
export function watchMarks(sql: Sql): MarkWatch {
  const marks = new EventEmitter().setMaxListeners(0)
  const listening = sql.listen(MARKS_CHANNEL, (projection) => marks.emit('mark', projection)).catch(() => null)
  return {
    waitForMark(projection, ms) {
      return new Promise((resolve) => {
        const finish = () => {
          clearTimeout(timer)
          marks.off('mark', onMark)
          resolve()
        }
        const onMark = (moved: string) => moved === projection && finish()
        const timer = setTimeout(finish, ms)
        marks.on('mark', onMark)
      })
    },
    subscribe(onMark) {
      marks.on('mark', onMark)
      return () => marks.off('mark', onMark)
    },
    async close() {
      await (await listening)?.unlisten()
    },
  }
}
