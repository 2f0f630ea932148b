import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, describe as group, it } from 'vitest'
import { readGuideFolder } from '../../../src/guide/load/folder.ts'
import { loadGuide } from '../../../src/guide/load/load-guide.ts'
import { describe } from '../../../src/guide/parse/diagnostic.ts'
import { createProcessIo } from '../../../src/io/node-io.ts'
import { validFolder } from '../fixture-folder.ts'

const io = { ...createProcessIo(), cacheFolder: undefined }

/** A valid guide in a folder on disk. */
function onDisk(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nextline-folder-')))
  for (const [file, text] of validFolder()) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return folder
}

const problems = (folder: string) =>
  readGuideFolder(io, folder).problems.map((problem) => describe(problem).replace(`${folder}/`, ''))

group('the folder of a guide', () => {
  it('has files beside those of the guide, which are left alone', () => {
    const folder = onDisk()
    writeFileSync(join(folder, 'notes.txt'), '{')
    mkdirSync(join(folder, 'drafts'))
    expect(problems(folder)).toEqual([])
  })

  it('has no option in a folder of its own, where it would be passed over', () => {
    const folder = onDisk()
    mkdirSync(join(folder, 'options/sub'))
    writeFileSync(join(folder, 'options/sub/x.yaml'), 'id: x')
    expect(problems(folder)).toEqual([
      'options/sub/x.yaml:1:1  stands in a folder inside options/, where no file is read: move it up into options/',
    ])
  })

  it('has no link that leads out of it, and takes one that stays', () => {
    const folder = onDisk()
    symlinkSync('/etc/passwd', join(folder, 'options/passwd.yaml'))
    symlinkSync(join(folder, 'glossary.yaml'), join(folder, 'options/inside.yaml'))
    expect(problems(folder)).toEqual([
      "options/passwd.yaml:1:1  is a link that leads out of the guide's folder",
    ])
  })

  it('has no pipe and no file that is not UTF-8, and what is in them is never shown', () => {
    const folder = onDisk()
    execFileSync('mkfifo', [join(folder, 'options/pipe.yaml')])
    writeFileSync(join(folder, 'faqs.yaml'), Buffer.from([0x61, 0xff]))
    expect(problems(folder)).toEqual([
      'faqs.yaml:1:1  cannot read faqs.yaml: it is not UTF-8 text',
      'options/pipe.yaml:1:1  cannot read options/pipe.yaml: it is a pipe or a device, not a file',
    ])
  })

  it('has no more files than can be read in a moment', () => {
    const folder = onDisk()
    for (let at = 0; at < 2_100; at += 1) writeFileSync(join(folder, `options/o${at}.yaml`), 'id: x')
    expect(problems(folder)).toEqual(['guide.yaml:1:1  the guide has 2109 files; at most 2000 are read'])
  })

  it('blames a file that cannot be read, and nothing that refers to it', async () => {
    const folder = onDisk()
    const bytes = Buffer.from([0x61, 0xff])
    for (const file of ['options/tablets.yaml', 'sources.yaml']) writeFileSync(join(folder, file), bytes)
    await expect(loadGuide(io, folder)).rejects.toMatchObject({
      lines: [
        `${folder}/options/tablets.yaml:1:1  cannot read ${folder}/options/tablets.yaml: it is not UTF-8 text`,
        `${folder}/sources.yaml:1:1  cannot read ${folder}/sources.yaml: it is not UTF-8 text`,
      ],
    })
  })

  it('says one thing of a guide that is too large to be read', async () => {
    const folder = onDisk()
    for (let at = 0; at < 2_100; at += 1) writeFileSync(join(folder, `options/o${at}.yaml`), 'id: x')
    await expect(loadGuide(io, folder)).rejects.toMatchObject({
      lines: [`${folder}/guide.yaml:1:1  the guide has 2109 files; at most 2000 are read`],
    })
  })

  it('is refused as a whole, with every problem of its files', async () => {
    const folder = onDisk()
    symlinkSync('/etc/passwd', join(folder, 'options/passwd.yaml'))
    await expect(loadGuide(io, folder)).rejects.toMatchObject({
      lines: expect.arrayContaining([
        `${folder}/options/passwd.yaml:1:1  is a link that leads out of the guide's folder`,
      ]),
    })
  })
})
