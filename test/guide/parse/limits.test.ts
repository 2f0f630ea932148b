import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { LIMITS } from '../../../src/guide/parse/limits.ts'

it('states every limit in the README', () => {
  const readme = readFileSync('README.md', 'utf8')
  const table = readme.slice(readme.indexOf('Input is limited before it is parsed'))
  const written = (limit: number) =>
    limit >= 1_000_000 ? `${limit / 1_000_000} million` : limit.toLocaleString('en-US')
  for (const [name, limit] of Object.entries(LIMITS)) expect(table, name).toContain(written(limit))
})
