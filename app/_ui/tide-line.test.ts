import { describe, expect, it } from 'vitest'
import { tideWords } from './tide-line'

describe('the words of the tide line', () => {
  it('are none when nothing is on its way', () => {
    expect(tideWords('still', 0)).toBe('')
  })

  it('say how many changes wait', () => {
    expect(tideWords('offline', 3)).toBe('Offline, 3 waiting')
    expect(tideWords('offline', 0)).toBe('Offline')
    expect(tideWords('saving', 2)).toBe('Saving 2 changes')
    expect(tideWords('saving', 1)).toBe('Saving')
  })
})
