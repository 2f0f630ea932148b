import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { folderWith, validFolder } from '../guide/fixture-folder.ts'
import { run } from '../support/run.ts'

function writeGuide(files: ReadonlyMap<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'nextline-check-'))
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return folder
}

const misspelled = folderWith('options/tablets.yaml', '\ncertainty: low\n', '\ncertainty: lo,w\n')

it('check --format github writes an annotation for each finding, at its file, line and column', async () => {
  const folder = writeGuide(misspelled)
  const { code, out } = await run(['check', folder, '--format', 'github'])
  expect(code).toBe(1)
  const at = (misspelled.get('options/tablets.yaml') ?? '').split('\n').indexOf('certainty: lo,w') + 1
  expect(out).toContain(
    `::error file=${folder}/options/tablets.yaml,line=${at},col=12,title=not-one-of::certainty "lo,w" is not one of `,
  )
})

it('an annotation cannot be ended by what stands in a guide', async () => {
  const folder = writeGuide(
    folderWith('options/tablets.yaml', '\ncertainty: low\n', '\ncertainty: "100%\\n::error::x"\n'),
  )
  const { out } = await run(['check', folder, '--format', 'github'])
  for (const line of out.trimEnd().split('\n')) expect(line).toMatch(/^::(error|warning) file=/)
})

it('check --watch checks again after each change, and gives the status of the last one', async () => {
  const folder = writeGuide(validFolder())
  const file = join(folder, 'options/tablets.yaml')
  const { out, err, code } = await run(['check', folder, '--watch'], {
    watchFolder: async function* () {
      writeFileSync(file, misspelled.get('options/tablets.yaml') ?? '')
      yield
      writeFileSync(file, validFolder().get('options/tablets.yaml') ?? '')
      yield
    },
  })
  expect(out.match(/^Check of|certainty "lo,w"|Valid: 2 options/gm)).toEqual([
    'Check of',
    'Valid: 2 options',
    'Check of',
    'certainty "lo,w"',
    'Check of',
    'Valid: 2 options',
  ])
  expect(err.match(/^Watching|^Checked again\.$/gm)).toEqual(['Watching', 'Checked again.', 'Checked again.'])
  expect(code).toBe((await run(['check', folder])).code)
})

it('check --watch sees a file that an editor writes, and ends on Ctrl-C', async () => {
  const folder = writeGuide(validFolder())
  const program = spawn(process.execPath, ['bin/nextline.js', 'check', folder, '--watch'], { stdio: 'pipe' })
  let printed = ''
  let look = () => {}
  for (const stream of [program.stdout, program.stderr]) {
    stream.on('data', (piece) => {
      printed += piece
      look()
    })
  }
  const seen = (text: string) =>
    new Promise<void>((done) => {
      look = () => printed.includes(text) && done()
      look()
    })
  await seen('Watching')
  writeFileSync(join(folder, 'options/tablets.yaml'), misspelled.get('options/tablets.yaml') ?? '')
  await seen('"lo,w"')
  const ended = new Promise((done) => program.on('exit', (_, signal) => done(signal)))
  program.kill('SIGINT')
  expect(await ended).toBe('SIGINT')
})

it('check --watch does not go with --json, which prints one document', async () => {
  const { code, err } = await run(['check', writeGuide(validFolder()), '--watch', '--json'])
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('--watch') })
})
