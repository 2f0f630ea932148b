import { UsageFailure } from './failure.ts'

const HINT = 'Write it as git:<revision>:<folder>, such as git:HEAD~1:my-guide.'

/**
 * The YAML files of a folder as they were in a revision of its git repository, by their names in the folder.
 * Throws UsageFailure when there is no git, no repository, no such revision, or no such folder in it.
 */
export function readGitFolder(folder: string, revision: string): ReadonlyMap<string, string> {
  const findCommit = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]
  const commit = git(folder, findCommit, `${folder} has no revision "${revision}" in git.`).trim()
  // Run in the folder, ls-tree lists the files below it by relative names.
  const list = git(folder, ['ls-tree', '-r', '-z', '--name-only', commit], `${folder} is not in git.`)
  const names = list.split('\0').filter((name) => /\.ya?ml$/i.test(name))
  const requests = names.map((name) => `${commit}:./${name}\n`).join('')
  const batch = git(folder, ['cat-file', '--batch'], `git cannot read ${folder}.`, requests)
  return new Map(splitBatch(batch, names))
}

/** Splits the output of `git cat-file --batch`: for each file a header with its length in bytes, its text, a line end. */
function* splitBatch(batch: string, names: readonly string[]): Generator<readonly [string, string]> {
  const bytes = Buffer.from(batch, 'latin1')
  let position = 0
  for (const name of names) {
    const start = bytes.indexOf('\n', position) + 1
    const length = Number(/ blob (\d+)$/.exec(bytes.toString('latin1', position, start - 1))?.[1])
    if (!Number.isInteger(length)) throw new UsageFailure(`git cannot read ${name}.`, HINT)
    yield [name, bytes.toString('utf8', start, start + length)]
    position = start + length + 1
  }
}

/** The output of a git command as latin1, one character a byte. */
function git(folder: string, argv: readonly string[], problem: string, input = ''): string {
  const { spawnSync } = process.getBuiltinModule('node:child_process')
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0' }
  const options = { cwd: folder, env, input, encoding: 'latin1', maxBuffer: 2 ** 28 } as const
  const { status, stdout, error } = spawnSync('git', argv, options)
  if (error !== undefined && (error as NodeJS.ErrnoException).code === 'ENOENT') {
    throw new UsageFailure('git is not installed here, or the folder does not exist.', HINT)
  }
  if (status !== 0 || error !== undefined) throw new UsageFailure(problem, HINT)
  return stdout
}
