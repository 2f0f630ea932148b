import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'

/** The Node versions to try: this one, and those that `npm run test:nodes` brings. */
const NODES = process.env.NEXTLINE_NODES?.split(':') ?? [process.execPath]

const folder = mkdtempSync(join(tmpdir(), 'nextline-packed-'))
const installed = join(folder, 'node_modules/nextline')
const command = join(folder, 'node_modules/.bin/nextline')

beforeAll(() => {
  const npm = (...argv: readonly string[]) => execFileSync('npm', argv, { encoding: 'utf8', stdio: 'pipe' })
  npm('pack', '--ignore-scripts', '--silent', '--pack-destination', folder)
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''
  // Offline: a package that had to be fetched would fail here.
  npm('install', '--offline', '--prefix', folder, join(folder, tarball))
})

function runWith(node: string, argv: readonly string[], input = '') {
  const env = { PATH: process.env.PATH, HOME: folder, NEXTLINE_CACHE: '0' }
  const { status, stdout, stderr } = spawnSync(node, argv, { cwd: folder, env, input, encoding: 'utf8' })
  return { status, out: stdout, err: stderr }
}

it('the installed package brings no other package with it', () => {
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'nextline',
  ])
})

it('the package names the licence of every package whose code it holds', () => {
  const licences = readFileSync(join(installed, 'dist/LICENCES.txt'), 'utf8')
  for (const name of ['commander', '@inquirer/core', 'js-yaml', 'valibot', 'syllable'])
    expect(licences).toMatch(new RegExp(`^${name} \\S+ \\((MIT|ISC)\\)$`, 'm'))
})

it('the package brings a manual page with every command, and a fixed date', () => {
  const page = readFileSync(join(installed, 'dist/nextline.1'), 'utf8')
  expect(page).toMatch(/^\.TH "NEXTLINE" "1" "January 2026"/)
  for (const name of Object.keys(COMMANDS).filter((own) => !['red-flags', 'emergency'].includes(own)))
    expect(
      page.split('\n').some((line) => line.startsWith(`.SS nextline ${name.replaceAll('-', '\\-')}`)),
      name,
    ).toBe(true)
})

describe.each(NODES)('installed from the tarball, on %s', (node) => {
  const people = '{"warning-signs":"none","age":"18-64"}\n'

  it.each([
    [['--version'], /^\d+\.\d+\.\d+\n$/],
    [['ibuprofen'], /ANTI-INFLAMMATORY/],
    [['search', 'blood', 'thinner'], /faq|rules|apixaban/],
    [['plan', '--set', 'age=18-64', '--json'], /"schema": "nextline\/plan@1"/],
    [['plan', '--batch'], /"schema":"nextline\/brief@1"/],
    [['explain', 'nsaids', '--set', 'kidney-disease=yes'], /kidney/i],
    [['topics', '--guide', join(installed, 'data/facet-joint')], /medications/],
    [['export', 'nsaids'], /^# /m],
    [['check', '--help'], /IPDAS|ipdas/],
  ])('nextline %j', (argv, printed) => {
    const { status, out, err } = runWith(node, [command, ...argv], people)
    expect(err).toBe('')
    expect(status).toBe(0)
    expect(out).toMatch(printed)
  })

  it('nextline check proves and lints the built-in guide', () => {
    expect(runWith(node, [command, 'check']).out).toMatch(/Nothing is wrong with this guide/)
  })

  it('walk without a terminal says what to use instead, with status 2', () => {
    const { status, err } = runWith(node, [command, 'walk'])
    expect(status).toBe(2)
    expect(err).toContain('nextline plan')
  })

  it('starts through a link whose target Node is told not to follow', () => {
    expect(runWith(node, ['--preserve-symlinks-main', command, '--version']).status).toBe(0)
    expect(runWith(node, ['--preserve-symlinks', '--preserve-symlinks-main', command, 'tips']).status).toBe(0)
  })
})

describe('a copy that was not built', () => {
  it('says so, and what to do, with status 2', () => {
    const dist = join(installed, 'dist')
    renameSync(dist, `${dist}.away`)
    try {
      const { status, out, err } = runWith(process.execPath, [command, 'tips'])
      expect({ status, out }).toEqual({ status: 2, out: '' })
      expect(err).toMatch(
        /^nextline cannot start: it has not been built: .*\nIn its folder, run: npm ci --include=dev\n$/,
      )
    } finally {
      renameSync(`${dist}.away`, dist)
    }
  })

  it('npm ci without the development packages names the command that builds it', () => {
    const copy = join(folder, 'source')
    for (const part of ['bin', 'src', 'data', 'package.json', 'package-lock.json'])
      cpSync(part, join(copy, part), { recursive: true })
    const env = { ...process.env, NODE_ENV: 'production' }
    const { status, stdout, stderr } = spawnSync('npm', ['ci', '--offline'], {
      cwd: copy,
      env,
      encoding: 'utf8',
    })
    expect({ status, built: existsSync(join(copy, 'dist')) }).toEqual({ status: 0, built: false })
    expect(stdout + stderr).toContain('Run: npm ci --include=dev')
    rmSync(copy, { recursive: true })
  })
})
