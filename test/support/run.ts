import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { UsageFailure } from '../../src/io/failure.ts'
import type { Io } from '../../src/io/io.ts'
import { readGitFolder } from '../../src/io/node-git.ts'
import { main } from '../../src/main.ts'
import { compiledGuides } from './compiled-guides.ts'

export type Ran = { readonly code: number; readonly out: string; readonly err: string }

/**
 * Runs one command line in this process, with 80 columns and without colour. Files are real, standard input is `stdin`,
 * and no question can be asked.
 */
export async function run(
  argv: readonly string[],
  overrides: Partial<Io> & { readonly stdin?: string } = {},
): Promise<Ran> {
  let out = ''
  let err = ''
  const read = (path: string) => (path === '-' ? (overrides.stdin ?? '') : readText(path))
  const io: Io = {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    errPage: (text) => {
      err += text
    },
    canPrompt: () => false,
    width: 80,
    height: 24,
    page: undefined,
    colorLevel: 0,
    showsHyperlinks: undefined,
    unicode: true,
    plain: false,
    today: () => '2026-11-22',
    cwd: process.cwd(),
    env: {},
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    readFile: read,
    listFolder: (path) =>
      existsSync(path) && statSync(path).isDirectory() ? readdirSync(path).sort() : undefined,
    fileExists: existsSync,
    gitFolder: readGitFolder,
    watchFolder: async function* () {},
    kindOf: (path) => (!existsSync(path) ? 'none' : statSync(path).isDirectory() ? 'folder' : 'file'),
    listLinks: () => [],
    realPath: (path) => (existsSync(path) ? realpathSync(path) : undefined),
    readBytes: (path) => Buffer.from(read(path)),
    decode: (bytes) => bytes.toString(),
    readPrivateFile: (path) => (existsSync(path) ? readFileSync(path) : undefined),
    writeFileAtomic: (path, content) => {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, typeof content === 'string' ? content : Buffer.concat(content))
    },
    readLines: async function* (path) {
      yield read(path).split('\n')
    },
    writeWithBackpressure: async (text) => {
      out += text
    },
    showProgress: undefined,
    cacheFolder: undefined,
    configFile: undefined,
    builtIn: { compiled: compiledGuides(), source: 'data/', template: 'template/', schema: 'schema/' },
    ...overrides,
  }
  const code = await main(argv, io)
  return { code, out, err }
}

function readText(path: string): string {
  if (!existsSync(path)) throw new UsageFailure(`cannot read ${path}: there is no such file`)
  return readFileSync(path, 'utf8')
}
