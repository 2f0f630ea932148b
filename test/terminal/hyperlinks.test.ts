import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { start, startShell } from '../support/terminal.ts'

const NG59 = 'https://www.nice.org.uk/guidance/ng59'
/** A terminal that is known to show hyperlinks. */
const VTE = { VTE_VERSION: '7200' }

async function shownBy(argv: readonly string[], env: Readonly<Record<string, string>>) {
  // The shell stays until all was read: what a program wrote last may be lost when its terminal closes.
  const terminal = start(argv, { env, after: 'echo the end; read line' })
  await terminal.waitForNew('the end')
  await terminal.drawn()
  const seen = { links: terminal.links().filter((link) => link !== ''), screen: terminal.all() }
  terminal.keys('\r')
  await terminal.exit()
  return seen
}

describe('hyperlinks of sources in a terminal', () => {
  it.each([
    ['a card', ['rfa']],
    ['a part of an option', ['rfa', 'guidelines']],
    ['an option whole', ['rfa', '--full']],
    ['one source', ['sources', 'nice-ng59']],
    ['a list of sources', ['sources', 'NICE']],
    ['a plan', ['plan', '--answers', 'data/examples/positive-block.yaml']],
    ['a plan whole', ['plan', '--answers', 'data/examples/positive-block.yaml', '--full']],
    ['the reasons for one option', ['explain', 'rfa', '--set', 'diagnostic-block=positive', '--full']],
    ['options side by side', ['compare', 'rfa', 'nsaids']],
  ])('%s: the name of a source leads to it, and the screen reads the same', async (_, argv) => {
    const linked = await shownBy(argv, { ...VTE, PAGER: '' })
    expect(linked.links).toContain(NG59)
    for (const link of linked.links) expect(link).toMatch(/^https?:\/\/[!-~]+$/)
    const bare = await shownBy(argv, { FORCE_HYPERLINK: '0', PAGER: '' })
    expect(bare.links).toEqual([])
    expect(linked.screen).toBe(bare.screen)
  })

  it.each([
    ['terminal of kitty', { TERM: 'xterm-kitty' }],
    ['terminal that says so itself', { FORCE_HYPERLINK: '1' }],
  ])('stand in a %s', async (_, env) => {
    expect((await shownBy(['rfa'], env)).links).toContain(NG59)
  })

  it.each([
    ['in a terminal that is not known', {}, ['rfa']],
    ['where FORCE_HYPERLINK=0 says so', { ...VTE, FORCE_HYPERLINK: '0' }, ['rfa']],
    ['with NO_COLOR', { ...VTE, NO_COLOR: '1', FORCE_HYPERLINK: '1' }, ['rfa']],
    ['with --no-color', VTE, ['rfa', '--no-color']],
    ['with --plain', VTE, ['rfa', '--plain']],
    ['with ACCESSIBLE=1', { ...VTE, ACCESSIBLE: '1' }, ['rfa']],
    ['with TERM=dumb', { ...VTE, TERM: 'dumb', FORCE_HYPERLINK: '1' }, ['rfa']],
    ['with --json', VTE, ['rfa', '--json']],
    ['in Markdown', VTE, ['export', 'rfa']],
    ['in HTML', VTE, ['export', 'rfa', '--format', 'html']],
  ] as const)('none stands %s', async (_, env, argv) => {
    const { links, screen } = await shownBy(argv, { ...env, PAGER: '' })
    expect(links).toEqual([])
    expect(screen).toMatch(/denervation/i)
  })

  it('none goes into a pipe or a file, even with colour forced', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'nextline-links-'))
    const terminal = startShell({ cwd, env: { ...VTE, FORCE_HYPERLINK: '1', FORCE_COLOR: '1' } })
    terminal.keys('$NEXTLINE rfa guidelines | cat > page; echo links=$(grep -c "]8;;" page)\r')
    await terminal.waitForNew('links=0')
    terminal.keys('exit\r')
    await terminal.exit()
  })
})

/** A `less` of that version, which writes what it is given. */
function lessOf(version: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'nextline-less-'))
  const script = `#!/bin/sh\n[ "$1" = --version ] && echo "less ${version} (GNU regular expressions)" || cat\n`
  writeFileSync(join(folder, 'less'), script)
  chmodSync(join(folder, 'less'), 0o755)
  return `${folder}:${process.env.PATH}`
}

describe('hyperlinks in the pager', () => {
  const argv = ['rfa', '--full']

  it.each([
    ['566', {}, true],
    ['643', { PAGER: 'less -R' }, true],
    ['643', { PAGER: 'less' }, true],
    ['551', {}, false],
    ['643', { LESS: '-F', PAGER: 'less' }, false],
  ])('less %s with %j: %s', async (version, env, isShown) => {
    const { links } = await shownBy(argv, { ...VTE, ...env, PATH: lessOf(version) })
    expect(links.includes(NG59)).toBe(isShown)
  })

  it('are left out for a pager that is not less', async () => {
    const { links } = await shownBy(argv, { ...VTE, PAGER: 'cat -v' })
    expect(links).toEqual([])
  })
})
