// @ts-check
// Hostile inputs and faults, one shell line each, against the built program: what is refused, what crashes, what hangs,
// and whether a kill in the middle of a save ever leaves anything but the old file or the new one.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../bin/nextline.js', import.meta.url))
const MOST_MILLISECONDS = 20_000
const KILLS = 200

/** Kind of fault, and shell lines; `N` runs the program in an empty folder that holds a sound guide in `g`. */
const LINES = {
  'duplicate and misplaced answers': [
    `echo '{"warning-signs":["fever"],"warning-signs":"none"}' | N plan --answers -`,
    `echo '{"kidney-disease":"yes","kidney-disease":"no"}' | N plan --batch`,
    `echo '{"answers":{"age":"18-64"},"warning-signs":["fever"]}' | N plan --answers -`,
    `echo '{"__proto__":{"age":"18-64"}}' | N plan --answers -`,
    `printf '\\xef\\xbb\\xbf{"age":"18-64"}\\n' | N plan --batch`,
  ],
  'files that are not to be replaced': [
    'echo letter > l.txt; N plan --set age=18-64 --save l.txt; test "$(cat l.txt)" = letter && exit 2',
    'N plan --set age=18-64 --save m.json >/dev/null && N export nsaids --format json --out m.json; exit $?',
    'mkfifo f; N plan --set age=18-64 --save f',
    'N plan --set age=18-64 --save --full',
    'N plan --set age=18-64 --save /dev/null/x',
    'N plan --set age=18-64 --save /proc/1/x.json',
  ],
  'not a regular file': [
    'mkfifo f; N plan --answers f',
    'N plan --answers /dev/zero',
    'N replay /dev/random',
    'mkfifo f; N topics --guide f',
    'N plan --batch - < /tmp',
    'XDG_CACHE_HOME=/proc/1 N topics --guide g',
    'mkfifo g/options/x.yaml; N check g',
    'ln -s /etc/passwd g/options/x.yaml; N check g',
  ],
  'alias bombs, nesting, size': [
    `{ echo tried:; yes -- '- *zz' | head -8000; } > a.yaml; N plan --answers a.yaml`,
    `{ for i in $(seq 5000); do echo "- &a$i x"; echo "- *a$i"; done; } > a.yaml; N plan --answers a.yaml`,
    `{ printf 'a: &a [x,x,x,x,x,x,x,x,x]\\n'; for i in b c d e f g h; do printf '%s: &%s [*a,*a,*a,*a,*a,*a,*a,*a]\\n' $i $i; done; } > g/glossary.yaml; N check g`,
    `head -c 20000000 /dev/zero | tr '\\0' 'a' > g/faqs.yaml; N check g`,
    `printf 'a: %s' "$(printf '[%.0s' $(seq 30000))" > a.yaml; N plan --answers a.yaml`,
    `printf '%s' "$(printf '{"a":%.0s' $(seq 30000))" | N plan --batch`,
    `{ for i in $(seq 20000); do echo "k$i: x"; done; } > a.yaml; N plan --answers a.yaml`,
    `head -c 40000000 /dev/zero | tr '\\0' 'x' | N plan --batch`,
    `N search "$(head -c 100000 /dev/zero | tr '\\0' 'a')"`,
    `N faq "$(head -c 100000 /dev/zero | tr '\\0' 'b')"`,
  ],
  'bad text': [
    `printf 'age: \\xff\\xfe' > a.yaml; N plan --answers a.yaml`,
    `printf 'age: 18-64\\0' > a.yaml; N plan --answers a.yaml`,
    `printf '\\xff\\xfea\\0' > a.yaml; N plan --answers a.yaml`,
    `N show $'\\e]0;pwned\\a'`,
    `printf '{"\\\\u001b[2J":1}' | N plan --answers -`,
    `printf 'notice: "\\\\u202e\\\\u202c"\\n' >> g/guide.yaml; N check g`,
    `printf 'x: !!js/function "y"\\n' > a.yaml; N plan --answers a.yaml`,
  ],
  'faults of the system': [
    'mkdir v; cd v; rmdir ../v; N topics',
    'N topics > /dev/full',
    'N show nothing-like-it 2> /dev/full',
    'N show nothing-like-it 2>&-',
    'N export | head -c 1',
    'mkdir r; chmod 000 r; N topics --guide r',
    'N plan --set age=18-64 --save $(printf "n%.0s" $(seq 300))',
    '(ulimit -f 1; N export --out big; exit $?)',
    'N walk < /dev/null',
    'NO_COLOR= FORCE_COLOR=9 TERM= COLUMNS=-1 LANG=xx N topics',
  ],
}

let tried = 0
/** @type {Record<string, {handled: number, crashed: string[], hung: string[], slowest: number}>} */
const table = {}
for (const [kind, lines] of Object.entries(LINES)) {
  const row = {
    handled: 0,
    crashed: /** @type {string[]} */ ([]),
    hung: /** @type {string[]} */ ([]),
    slowest: 0,
  }
  table[kind] = row
  for (const line of lines) {
    tried += 1
    const { status, signal, stderr, error, seconds } = inFolder(line)
    row.slowest = Math.max(row.slowest, seconds)
    const timedOut = error !== undefined && 'code' in error && error.code === 'ETIMEDOUT'
    if (timedOut) row.hung.push(line)
    else if (signal !== null || (status ?? 255) > 2 || stderr.includes('fault of the program'))
      row.crashed.push(line)
    else row.handled += 1
  }
}

console.log('| kind | lines | answered or refused | crashed | hung | slowest, s |')
console.log('| --- | --- | --- | --- | --- | --- |')
for (const [kind, { handled, crashed, hung, slowest }] of Object.entries(table)) {
  console.log(
    `| ${kind} | ${handled + crashed.length + hung.length} | ${handled} | ${crashed.length} | ${hung.length} | ${slowest.toFixed(1)} |`,
  )
}
for (const { crashed, hung } of Object.values(table))
  for (const line of [...crashed, ...hung]) console.log(`  ${line}`)
console.log(`\n${tried} lines.`)
console.log(await killed('save'))
console.log(await killed('export'))

/** @param {string} line */
function inFolder(line) {
  const folder = mkdtempSync(join(tmpdir(), 'nextline-hostile-'))
  const script = `N() { node ${program} "$@"; }\ncp -r ${fileURLToPath(new URL('../data/facet-joint', import.meta.url))} g\n${line}`
  const start = performance.now()
  const ran = spawnSync('bash', ['-c', script], {
    cwd: folder,
    encoding: 'utf8',
    timeout: MOST_MILLISECONDS,
    maxBuffer: 2 ** 28,
  })
  const seconds = (performance.now() - start) / 1000
  spawnSync('chmod', ['-R', 'u+rwx', folder])
  rmSync(folder, { recursive: true, force: true })
  return { ...ran, seconds }
}

/**
 * Kills a save, or an export, at a random moment, again and again.
 * @param {'save' | 'export'} what
 */
async function killed(what) {
  const folder = mkdtempSync(join(tmpdir(), 'nextline-kill-'))
  const file = join(folder, what === 'save' ? 'mine.json' : 'page.md')
  const line =
    what === 'save'
      ? ['plan', '--set', 'age=18-64', '--save', file, '--force']
      : ['export', 'nsaids', '--out', file, '--force']
  spawnSync('node', [program, ...line])
  const whole = readFileSync(file, 'utf8')
  let lost = 0
  for (let time = 0; time < KILLS; time += 1) {
    writeFileSync(file, 'old')
    const child = spawn('node', [program, ...line], { stdio: 'ignore' })
    const ended = new Promise((resolve) => child.on('exit', resolve))
    setTimeout(() => child.kill('SIGKILL'), 20 + Math.random() * 200)
    await ended
    const now = readFileSync(file, 'utf8')
    if (now !== 'old' && now !== whole) lost += 1
  }
  const left = readdirSync(folder).length - 1
  spawnSync('node', [program, ...line])
  const after = readdirSync(folder).length - 1
  rmSync(folder, { recursive: true, force: true })
  return `${what}: ${KILLS} kills, ${lost} files neither old nor new, ${left} unfinished files left, ${after} after the next run.`
}
