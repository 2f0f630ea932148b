import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { anyAnswers } from '../support/answers.ts'
import { facetJoint } from '../support/compiled-guides.ts'

/** Where it is the point to find out, a program that is missing is a failure; on a person's own machine it is not. */
const mayBeSkipped = process.env['CI'] !== 'true'

/** Why a test of these programs cannot run here; undefined when it can. */
export function missing(programs: readonly string[]): string | undefined {
  const lacking = programs.filter((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0)
  if (lacking.length > 0) return `not installed: ${lacking.join(', ')} (.ci/run installs them)`
  const unshared = spawnSync('unshare', ['--net', '--pid', '--mount', '--uts', '--fork', 'true'])
  return unshared.status === 0 ? undefined : 'it takes root and namespaces of its own'
}

export const skips = (why: string | undefined): boolean => why !== undefined && mayBeSkipped

/** The code block of docs/cluster.md whose comment names this file. */
function recipe(name: string): string {
  const blocks = readFileSync('docs/cluster.md', 'utf8').matchAll(/^```(?:sh|python)\n(.*?)^```$/gms)
  const found = [...blocks].map(([, text = '']) => text).find((text) => text.includes(`# ${name}: `))
  if (found === undefined) throw new Error(`docs/cluster.md has no block ${name}`)
  return found
}

const PEOPLE = 60
const LINES_OF_A_PIECE = 10
/** The piece whose worker is killed in the middle of it. */
const HELD = '0002.ndjson'

/**
 * Stands on the PATH as `nextline`. The first time that it judges the held piece it writes half of it, says which host
 * it runs on, and waits to be killed.
 */
const nextline = (folder: string) => `#!/bin/bash
node() { ${process.execPath} ${resolve('bin/nextline.js')} "$@"; }
piece=\${!#}
if [[ $piece == *${HELD} ]] && mkdir ${folder}/held 2>/dev/null; then
  head -n 5 "$piece" | node plan --batch
  echo "\${SLURMD_NODENAME:-\${WORKER:-$(hostname)}}" > ${folder}/holder.part
  echo $$ > ${folder}/holder.pid
  mv ${folder}/holder.part ${folder}/holder
  sleep 60
  exit 2
fi
node "$@"
`

/** A folder with a register in pieces, and the files of these recipes beside them. */
export function job(recipes: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'nextline-cluster-'))
  const path = (name: string) => join(folder, name)
  const people = fc
    .sample(anyAnswers(facetJoint()), { numRuns: PEOPLE, seed: 6 })
    .map((answers, at) => JSON.stringify(at === 7 ? { age: 'a bad line' } : { id: `p${at}`, ...answers }))
  writeFileSync(path('people.ndjson'), `${people.join('\n')}\n`)
  for (const name of ['cut.sh', 'piece.sh', 'join.sh', ...recipes]) writeFileSync(path(name), recipe(name))
  mkdirSync(path('bin'))
  writeFileSync(path('bin/nextline'), nextline(folder), { mode: 0o755 })
  const sh = (name: string) =>
    execFileSync('sh', [name], {
      cwd: folder,
      env: { ...process.env, LINES_OF_A_PIECE: String(LINES_OF_A_PIECE) },
    })
  sh('cut.sh')
  return {
    folder,
    read: (name: string) => readFileSync(path(name), 'utf8'),
    /** Runs a script in namespaces of its own: nothing of it, process or address, is left when it ends. */
    run: (script: string, seconds: number) => runAlone(script, folder, seconds),
    /** The plans of all pieces, and those that one process makes of the register, without their line numbers. */
    results: (joined: 'join' | 'joined') => {
      if (joined === 'join') sh('join.sh')
      const whole = spawnSync(
        process.execPath,
        ['bin/nextline.js', 'plan', '--batch', path('people.ndjson')],
        {
          encoding: 'utf8',
          maxBuffer: 2 ** 26,
        },
      ).stdout
      return { found: bodies(readFileSync(path('plans.ndjson'), 'utf8')), whole: bodies(whole) }
    },
  }
}

const bodies = (text: string) => text.replace(/"line":\d+,/g, '')

function runAlone(script: string, folder: string, seconds: number) {
  writeFileSync(join(folder, 'test.sh'), script)
  const log = join(folder, 'test.log')
  const file = openSync(log, 'w')
  const namespaces = ['--net', '--pid', '--mount', '--uts', '--fork', '--kill-child', '--mount-proc']
  const argv = ['-s', 'KILL', String(seconds), 'unshare', ...namespaces, 'bash', 'test.sh']
  const PATH = `${folder}/bin:/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin`
  // A file takes the output: a pipe would be held open by whatever outlives the script.
  const { status } = spawnSync('timeout', argv, {
    cwd: folder,
    env: { PATH, HOME: folder, LANG: 'C.UTF-8' },
    stdio: ['ignore', file, file],
  })
  closeSync(file)
  return { status, log: readFileSync(log, 'utf8') }
}

/** Waits until the held piece is in the middle; `$holder` is then the host that has it. */
export const WAIT_FOR_HOLDER = `
for _ in $(seq 200); do [ -e holder ] && break; sleep 0.1; done
holder=$(cat holder)
echo "killing $holder in the middle of ${HELD}"
`
