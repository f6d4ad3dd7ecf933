import { type DateForm, dateText } from './date-text'

type DateTimeProps = {
  /** UTC, ISO 8601. */
  utc: string
  /** The zone it is read in: the shop's. */
  timeZone: string
  form?: DateForm | undefined
  className?: string | undefined
}

/** A moment, written out for people and machine-readable for the rest. */
export function DateTime({ utc, timeZone, form = 'dateTime', className }: DateTimeProps) {
  return (
    <time dateTime={utc} className={className}>
      {dateText(new Date(utc), timeZone, form)}
    </time>
  )
}
