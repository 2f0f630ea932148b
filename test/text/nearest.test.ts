import { describe, expect, it } from 'vitest'
import { nearest } from '../../src/text/nearest.ts'

describe('names near to what was typed', () => {
  it.each([
    ['nsiads', ['nsaids']],
    ['opiods', ['opioids']],
    ['nsa', ['nsaids']],
    ['nsdias', []],
    ['nsaid-xx', []],
  ])('one slip in five letters, a swap or the beginning counts: %s', (typed, near) => {
    expect(nearest(typed, ['opioids', 'nsaids', 'heat'], 3, 5)).toEqual(near)
  })
})
