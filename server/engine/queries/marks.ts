import { EventEmitter } from 'node:events'
import type { Sql } from '../database/postgres'
import { MARKS_CHANNEL, type Moved, readAnnouncement } from '../projections/announcement'

export type MarkWatch = {
  /** Resolves when the projection moved, or after `ms`. */
  waitForMark: (projection: string, ms: number) => Promise<void>
  /**
   * Calls back whenever a projection moved; answers how to stop. `onMissed`: what was announced before may not have been
   * heard, from now on everything is.
   */
  subscribe: (onMoved: (moved: Moved) => void, onMissed?: () => void) => () => void
  close: () => Promise<void>
}

/**
 * Listens to the projections through one connection for the whole process. Without it (PostgreSQL restarting) waiting
 * reads just run into their time: correct, only slower. The driver listens again when it can, and what was announced
 * meanwhile is gone.
 */
export function watchMarks(sql: Sql): MarkWatch {
  const marks = new EventEmitter().setMaxListeners(0)
  const tell = (payload: string) => {
    for (const moved of readAnnouncement(payload)) {
      marks.emit('moved', moved)
      marks.emit(`moved ${moved.projection}`)
    }
  }
  const listening = sql.listen(MARKS_CHANNEL, tell, () => marks.emit('missed')).catch(() => null)
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
    subscribe(onMoved, onMissed = () => {}) {
      marks.on('moved', onMoved).on('missed', onMissed)
      return () => void marks.off('moved', onMoved).off('missed', onMissed)
    },
    async close() {
      await (await listening)?.unlisten()
    },
  }
}
