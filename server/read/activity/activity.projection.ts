import { activity } from '@/db/read/activity'
import { rowProjection } from '@/server/engine/rows/row-projection'
import { ACTIVITY_EVENTS, type ActivityEvent, activityEntry } from './activity.view'

export const activityProjection = rowProjection<typeof activity, 'position', ActivityEvent>({
  name: 'activity',
  version: 4,
  isRelaxed: true,
  table: activity,
  key: ['position'],
  evidence: 'event',
  handles: ACTIVITY_EVENTS,
  keysOf: ({ position }) => [{ position }],
  apply: (_, event) => activityEntry(event),
  overwrites: ACTIVITY_EVENTS,
})
