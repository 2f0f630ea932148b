import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { spawn } from '@lydell/node-pty'
import { describe, expect, it } from 'vitest'
import { createScreen } from '../support/screen.ts'

const home = mkdtempSync(join(tmpdir(), 'nextline-completion-'))
mkdirSync(join(home, 'bin'))
symlinkSync(resolve('bin/nextline.js'), join(home, 'bin/nextline'))
writeFileSync(join(home, 'answers-of-mine.yaml'), 'age: 18-64\n')

const load = (shell: string) => `source <(nextline completion ${shell})`
/** How each shell is started, without any settings of its own, and how it reads our script. */
const SHELLS = {
  bash: { argv: ['--norc', '--noprofile', '-i'], load: load('bash') },
  zsh: { argv: ['-f', '-i'], load: load('zsh') },
  fish: { argv: ['--no-config', '-i'], load: 'nextline completion fish | source' },
} as const

const isThere = (shell: string) => spawnSync(shell, ['--version']).error === undefined

/** Longer than a busy machine needs; only a failing test waits for it. */
const PATIENCE = 20_000

function startShell(shell: keyof typeof SHELLS) {
  const screen = createScreen(200, 40)
  const env = {
    PATH: `${home}/bin:${process.env.PATH}`,
    HOME: home,
    LANG: 'C.UTF-8',
    TERM: 'xterm-256color',
    PS1: '$ ',
    HISTFILE: '',
    NEXTLINE_CACHE: '0',
  }
  const program = spawn(shell, [...SHELLS[shell].argv], { cols: 200, rows: 40, cwd: home, env })
  let look = () => {}
  program.onData((data) => screen.write(data, () => look()))
  // fish asks what the terminal is, and waits for an answer.
  program.onData((data) => {
    if (data.includes('\u001B[c') || data.includes('\u001B[0c')) program.write('\u001B[?62;c')
  })
  return {
    type: (keys: string) => program.write(keys),
    until: (text: string | RegExp) =>
      new Promise<void>((done, fail) => {
        const timer = setTimeout(
          () => fail(new Error(`no ${text} on the screen:\n${screen.all()}`)),
          PATIENCE,
        )
        look = () => {
          const words = screen.all().replace(/\s+/g, ' ')
          if (typeof text === 'string' ? !words.includes(text) : !text.test(words)) return
          clearTimeout(timer)
          done()
        }
        look()
      }),
    all: () => screen.all(),
    stop: () => program.kill(),
  }
}

describe.each(['bash', 'zsh', 'fish'] as const)('completion in a real %s', (name) => {
  const shell = () => startShell(name)

  it.skipIf(!isThere(name))(
    'completes a question, then its answers, and files; reading it twice changes nothing',
    async () => {
      const line = shell()
      try {
        line.type(`${SHELLS[name].load}\r`)
        line.type(`${SHELLS[name].load}; echo rea""dy\r`)
        await line.until('ready')
        line.type('nextline plan --set kid\t')
        await line.until('--set kidney-disease=')
        line.type('y\t')
        await line.until('--set kidney-disease=yes')
        line.type('--set tried=nsaids,acu\t')
        await line.until('--set tried=nsaids,acupuncture')
        line.type(' --answers answers-of\t')
        await line.until('--answers answers-of-mine.yaml')
        line.type('\u0015')
        line.type('nextline expla\t')
        await line.until(/nextline explain\b/)
        line.type('radio\t')
        await line.until('nextline explain radiofrequency-denervation')
        line.type('\u0015')
        line.type('nextline plan --set pregnancy=\t\t')
        await line.until(/breast-feeding.*unsure|unsure.*breast-feeding/)
        expect(line.all()).not.toMatch(/command not found|error|nextline:/i)
      } finally {
        line.stop()
      }
    },
  )
})

it.skipIf(!isThere('bash'))('bash takes a name twice only where its words are cut at "="', () => {
  const script = `source <(nextline completion bash)
    complete_line() { COMP_LINE=$1; COMP_POINT=\${#1}; _nextline; echo "\${COMPREPLY[*]}"; }
    complete_line 'nextline plan --set kidney-disease=y'
    COMP_WORDBREAKS=' '
    complete_line 'nextline plan --set kidney-disease=y'`
  const env = { ...process.env, PATH: `${home}/bin:${process.env.PATH}` }
  expect(execFileSync('bash', ['-c', script], { env, encoding: 'utf8' })).toBe('yes\nkidney-disease=yes\n')
})
