/** A page that shows backpropagation loads the tape, and nothing that trains: a few kilobytes. */
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { expect, test } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '..')
const NEEDLESS = ['network', 'training', 'nn', 'kernels', 'twins', 'data', 'expressions', 'program', 'optim']

test('the door to the tape brings the tape alone, and little of it', async () => {
  const bundle = await rolldown({ input: path.join(ROOT, 'lib/engine/doors/autograd.ts'), cwd: ROOT })
  const { output } = await bundle.generate({ format: 'esm', minify: true })
  await bundle.close()
  const chunks = output.filter((file) => file.type === 'chunk')
  const modules = chunks.flatMap((chunk) => Object.keys(chunk.modules))
  const folders = modules.map((name) => path.relative(path.join(ROOT, 'lib/engine'), name).split(path.sep)[0] ?? '')
  expect(folders).toContain('autograd')
  expect(folders.filter((folder) => NEEDLESS.includes(folder))).toEqual([])
  expect(chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0)).toBeLessThan(8000)
})
