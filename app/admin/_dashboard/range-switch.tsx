import { TabLinks } from '@/app/_ui/tab-links'
import { type Chosen, LENGTHS, lengthPath, ownRangePath } from './range'
import { RangeForm } from './range-form'

/** Which days: one of the usual lengths, or one's own. */
export function RangeSwitch({ chosen, today }: { chosen: Chosen; today: string }) {
  const { range, days } = chosen
  const usual = LENGTHS.map((length) => ({
    href: lengthPath(length),
    label: `${length} days`,
    current: days === length,
  }))
  const own = { href: ownRangePath(range), label: 'Other days', current: days === 'own' }
  return (
    <>
      <TabLinks label="Days" items={[...usual, own]} />
      {days === 'own' && <RangeForm range={range} today={today} />}
    </>
  )
}
