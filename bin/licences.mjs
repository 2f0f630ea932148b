// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The licences of the packages whose code is in the bundles, as one text.
 * @param {string} root folder with `node_modules`
 * @param {readonly string[]} modules paths of the bundled modules, relative to it
 * @returns {string}
 */
export function licencesOf(root, modules) {
  const folders = modules.flatMap(
    (path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
  )
  const packages = [...new Set(folders)].sort().map((folder) => licenceOf(join(root, folder)))
  const intro = 'The program in this folder holds code of these packages.\n'
  return [intro, ...packages].join(`\n${'-'.repeat(80)}\n\n`)
}

/** @param {string} folder */
function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  const text =
    file === undefined ? 'It comes without a text of its licence.' : readFileSync(join(folder, file), 'utf8')
  return `${name} ${version} (${license})\n\n${text.trim()}\n`
}
