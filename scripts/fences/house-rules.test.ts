/**
 * Habits that no lint rule can see: names of folders, and words in comments. The tree is
 * read from the disk, so a file counts before it is committed.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from './lint-tree'

const ROOTS = ['app', 'bench', 'components', 'content', 'docs', 'e2e', 'lib', 'prisma', 'scripts']
const CODE = /\.(?:ts|tsx|mjs|css|grit|prisma)$/
/** Installed, or written by a build. */
const NOT_OURS = new Set(['node_modules', 'generated', 'build'])
/** Folders named after how code is used and not after what it is about: everything ends up in them. */
const NAMELESS_FOLDERS = ['utils', 'helpers', 'common', 'shared', 'misc', 'types', 'interfaces', 'hooks', 'constants']
const NAMELESS_FILES = new RegExp(`^(?:${NAMELESS_FOLDERS.join('|')}|util|helper)\\.(?:ts|tsx|mjs)$`)
/** These three are spelt in halves, or this file would find itself. */
const TEMPORARY = 'tmp' + 'dir('
const THOROUGH = 'inject(' + "'thorough')"
const UNFINISHED = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'biome' + '-ignore'].join('|'))

function entriesUnder(folder: string): { folders: string[]; files: string[] } {
  const found: { folders: string[]; files: string[] } = { folders: [], files: [] }
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const at = path.join(folder, entry.name)
    if (!entry.isDirectory()) found.files.push(at)
    else if (!NOT_OURS.has(entry.name)) {
      const below = entriesUnder(at)
      found.folders.push(at, ...below.folders)
      found.files.push(...below.files)
    }
  }
  return found
}

const tree = ROOTS.map(entriesUnder)
const folders = tree.flatMap((part) => part.folders)
const files = tree.flatMap((part) => part.files)

describe('the house', () => {
  test('names folders and files after their subject, never utils, helpers, types …', () => {
    const nameless = [
      ...folders.filter((folder) => NAMELESS_FOLDERS.includes(path.basename(folder))),
      ...files.filter((file) => NAMELESS_FILES.test(path.basename(file))),
    ]
    expect(nameless).toEqual([])
  })

  test('leaves nothing for later in comments, and silences no check', () => {
    const unfinished = files
      .filter((file) => CODE.test(file))
      .filter((file) => UNFINISHED.test(readFileSync(path.join(root, file), 'utf8')))
    expect(unfinished).toEqual([])
  })

  test('keeps every file of code within 400 lines', () => {
    const long = files
      .filter((file) => CODE.test(file))
      .filter((file) => readFileSync(path.join(root, file), 'utf8').split('\n').length > 401)
    expect(long).toEqual([])
  })

  test('opens every file over 100 lines with what it is', () => {
    const silent = files
      .filter((file) => /\.(?:ts|tsx|mjs)$/.test(file) && !file.includes('.test.'))
      .filter((file) => {
        const lines = readFileSync(path.join(root, file), 'utf8').split('\n')
        const first = lines.find((line) => line !== '' && !/^(?:#!|['"]use \w+['"]|import 'server-only')/.test(line))
        return lines.length > 101 && !first?.startsWith('/*') && !first?.startsWith('//')
      })
    expect(silent).toEqual([])
  })

  test('leaves no temporary folder of a test behind: it stands in the run’s own, or the test removes it', () => {
    const left = files
      .filter((file) => /\.(?:test|verify)\.|[\\/]testing[\\/]/.test(file) && CODE.test(file))
      .filter((file) => {
        const source = readFileSync(path.join(root, file), 'utf8')
        return source.includes(TEMPORARY) && !source.includes('rmSync(')
      })
    expect(left).toEqual([])
  })

  test('names in vitest.config.ts every test that tries more cases in npm run verify', () => {
    const config = readFileSync(path.join(root, 'vitest.config.ts'), 'utf8')
    const thorough = files.filter(
      (file) => file.includes('.test.') && readFileSync(path.join(root, file), 'utf8').includes(THOROUGH),
    )
    expect(thorough.filter((file) => !config.includes(`'${file}'`))).toEqual([])
    expect(thorough.length).toBeGreaterThan(0)
  })
})
