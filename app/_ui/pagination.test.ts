import { describe, expect, it } from 'vitest'
import { pagesInSight } from './pagination'

describe('the pages in sight', () => {
  it('are all of them where there are few', () => {
    expect(pagesInSight(2, 4)).toEqual([1, 2, 3, 4])
  })

  it('are first, last and the neighbours, with a gap where more is left out', () => {
    expect(pagesInSight(10, 20)).toEqual([1, null, 9, 10, 11, null, 20])
  })

  it('show a page instead of a gap that stands for one page', () => {
    expect(pagesInSight(4, 6)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('do not leave the range at its ends', () => {
    expect(pagesInSight(1, 9)).toEqual([1, 2, null, 9])
    expect(pagesInSight(9, 9)).toEqual([1, null, 8, 9])
  })
})
