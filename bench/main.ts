import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fromParts } from '../src/guide/load/split.ts'
import { GROWTH, growthTable } from './growth.ts'
import { scratch } from './measure.ts'
import { peerSection } from './peer.ts'
import { questionsTable } from './questions.ts'
import { batchTable, memoryTable } from './register.ts'
import { searchTable } from './search.ts'
import { startTables } from './start.ts'
import { watchTable } from './watch.ts'

const COUNTS = [10_000, 100_000, 1_000_000]

/** Makes every table and writes bench/RESULTS.md. With names of tables, prints only those. */
async function bench(names: readonly string[]): Promise<void> {
  const guide = fromParts((file) => readFileSync(`dist/guides/facet-joint/${file}`, 'utf8'))
  // Node 20 reads these certificates at every start, which takes longer than everything that is measured here.
  delete process.env.NODE_EXTRA_CA_CERTS
  const parts: Readonly<Record<string, () => Promise<string> | string>> = {
    start: async () => `## Start-up\n\n${await startTables()}`,
    batch: async () => `## Batch\n\n${await batchTable(guide)}`,
    peer: async () => `## Beside other engines\n\n${await peerSection(guide)}`,
    questions: () => `## Questions of a walk\n\n${questionsTable(guide)}`,
    search: () => `## Search\n\n${searchTable(guide, process.env.SEARCH_QUESTIONS)}`,
    growth: () =>
      [
        '## Growth\n\nGenerated guides (seeded), milliseconds in one warm process; what is not named stays at 24 options, 26 questions, 6 rules an option, 5 questions in an option’s cone (24 rules where the cone grows). “Undecided” are the checks that the prover gives up, and names, instead of running on.',
        ...GROWTH.map(({ what, sizes }) => growthTable(guide, what, sizes)),
      ].join('\n\n'),
    watch: async () => `## check --watch\n\n${await watchTable()}`,
    memory: async () => `## Memory of batch\n\n${await memoryTable(guide, COUNTS)}`,
  }
  const made: string[] = []
  try {
    for (const [name, part] of Object.entries(parts)) {
      if (names.length > 0 && !names.includes(name)) continue
      const text = await part()
      process.stdout.write(`${text}\n\n`)
      made.push(text)
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  if (names.length === 0) writeFileSync('bench/RESULTS.md', `${[heading(), ...made].join('\n\n')}\n`)
}

function heading(): string {
  const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB`
  return `# Measurements\n\nWritten by \`npm run bench\`: do not edit. ${machine}. Ratios are taken within one run.`
}

bench(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
  process.exitCode = 1
})
