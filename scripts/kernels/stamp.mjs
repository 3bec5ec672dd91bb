/** Whether the engine's kernels were built from the sources as they stand. Plain JavaScript: a start asks before it builds. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../start/step.mjs'

export const KERNELS = path.join(root, 'lib/engine/kernels')
export const BUILD = path.join(KERNELS, 'build')
export const STAMP = path.join(BUILD, 'stamp')

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(BUILD))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/\.(test|verify)\.ts$/.test(file))
    .sort()
}

export function kernelsFingerprint() {
  const hash = createHash('sha256')
  const folders = [KERNELS, path.join(root, 'lib/engine/lanes'), path.join(root, 'scripts/kernels')]
  const tables = ['kernel-table.ts', 'space.ts'].map((file) => path.join(root, 'lib/engine/program', file))
  const others = [
    path.join(root, 'scripts/build-kernels.ts'),
    path.join(root, 'node_modules/assemblyscript/package.json'),
  ]
  for (const file of [...folders.flatMap(filesUnder), ...tables, ...others]) hash.update(readFileSync(file))
  return hash.digest('hex')
}

export function kernelsAreCurrent() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === kernelsFingerprint()
}
