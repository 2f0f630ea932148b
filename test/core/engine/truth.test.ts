import { describe, expect, it } from 'vitest'
import { all, any, not, type Truth } from '../../../src/core/engine/truth.ts'

const U = 'unknown'

describe('three-valued truth keeps "we do not know" alive', () => {
  it.each<[Truth, Truth]>([
    [true, false],
    [false, true],
    [U, U],
  ])('not %s is %s', (a, expected) => {
    expect(not(a)).toBe(expected)
  })

  it.each<[Truth, Truth, Truth, Truth]>([
    [true, true, true, true],
    [true, false, false, true],
    [false, false, false, false],
    [true, U, U, true],
    [false, U, false, U],
    [U, U, U, U],
  ])('%s with %s: all is %s, any is %s', (a, b, both, either) => {
    expect(all([a, b])).toBe(both)
    expect(all([b, a])).toBe(both)
    expect(any([a, b])).toBe(either)
    expect(any([b, a])).toBe(either)
  })

  it('all of nothing is true, any of nothing is false', () => {
    expect(all([])).toBe(true)
    expect(any([])).toBe(false)
  })
})
