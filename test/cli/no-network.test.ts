import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'nextline-offline-'))
const hook = join(folder, 'no-network.cjs')
// Any connection, name look-up or child process that is not a pager ends the program with a status of its own.
writeFileSync(
  hook,
  `const stop = (what) => () => { require('node:fs').writeSync(2, 'NETWORK ' + what); process.exit(99) }
   const net = require('node:net')
   net.Socket.prototype.connect = stop('connect')
   net.Server.prototype.listen = stop('listen')
   const dns = require('node:dns')
   for (const name of Object.keys(dns)) if (typeof dns[name] === 'function' && /lookup|resolve/.test(name)) dns[name] = stop(name)
   require('node:dgram').createSocket = stop('dgram')
   globalThis.fetch = stop('fetch')`,
)

it.each([
  ['topics'],
  ['nsaids'],
  ['search', 'can', 'I', 'drive'],
  ['sources', 'nice-ng59'],
  ['plan', '--answers', 'data/examples/facet-joint.yaml'],
  ['plan', '--answers', 'data/examples/facet-joint.yaml', '--save', join(folder, 'mine.json')],
  ['export', '--out', join(folder, 'pages')],
  ['topics', '--guide', 'data/facet-joint'],
  ['check', 'data/facet-joint'],
])('nextline %s %s %s calls nobody', (...argv) => {
  const words = argv.filter((word) => word !== undefined)
  const { status, stderr } = spawnSync(process.execPath, ['--require', hook, 'bin/nextline.js', ...words], {
    encoding: 'utf8',
    env: { ...process.env, NEXTLINE_CACHE: '0' },
  })
  expect(stderr).not.toContain('NETWORK')
  expect(status).not.toBe(99)
  expect(status).toBeLessThanOrEqual(1)
})
