/** Where a parcel of ours may go. */
const SHIPPED_TO = [
  'GB',
  'IE',
  'AT',
  'BE',
  'DK',
  'FI',
  'FR',
  'DE',
  'IS',
  'IT',
  'LU',
  'NL',
  'NO',
  'PT',
  'ES',
  'SE',
  'CH',
]

const names = new Intl.DisplayNames('en-GB', { type: 'region' })

/** The countries to choose from. Made on the server: a browser may spell them otherwise. */
export const countryOptions = SHIPPED_TO.map((value) => ({ value, label: names.of(value) ?? value }))
