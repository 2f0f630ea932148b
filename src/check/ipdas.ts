import type { Guide } from '../core/model.ts'
import { IPDAS_ITEMS, type IpdasItem } from './ipdas-items.ts'

export type IpdasVerdict = Omit<IpdasItem, 'check'> & {
  readonly verdict: 'met' | 'not met' | 'needs people' | 'does not apply'
  readonly missing: readonly string[]
}

/** Every item's verdict for a guide. Test items do not apply to a guide that offers no test. */
export function scoreIpdas(guide: Guide): readonly IpdasVerdict[] {
  const offersTest = guide.options.some((option) => option.test !== undefined)
  return IPDAS_ITEMS.map(({ check, ...item }) => {
    if (item.category.endsWith('(test)') && !offersTest)
      return { ...item, verdict: 'does not apply', missing: [] }
    if (check === 'needs-people') return { ...item, verdict: 'needs people', missing: [] }
    const missing = check(guide)
    return { ...item, verdict: missing.length === 0 ? 'met' : 'not met', missing }
  })
}
