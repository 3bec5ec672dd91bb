/**
 * No hot loop of the kernels keeps its vectors on the stack. What the registers cannot hold lies there, at a place that
 * only the frames above decide; where it straddles two pages of memory, a whole run goes at half its speed
 * (docs/decisions/027). V8's own listing is looked at, so this is a matter of this machine's Node, not of `npm test`.
 */
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { innermostLoops } from './machine-code'

/** Of a loop's instructions. The longest formulas (powers, erf) have a tenth; tiles of matrix products once had 0.28. */
const ALLOWED = 1 / 8

const compile = (file: string) =>
  spawnSync(
    process.execPath,
    [
      ...['--no-wasm-lazy-compilation', '--no-liftoff', '--no-wasm-dynamic-tiering', '--print-wasm-code'],
      '-e',
      `new WebAssembly.Module(require('node:fs').readFileSync(${JSON.stringify(file)}))`,
    ],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  ).stdout

test.each(['kernels', 'kernels-shared', 'rare-kernels', 'rare-kernels-shared'])(
  'Vectors stay in registers: %s.wasm',
  (name) => {
    const loops = innermostLoops(compile(`lib/engine/kernels/build/${name}.wasm`))
    expect(loops.length).toBeGreaterThan(50)
    expect(loops.filter(({ vectorsOnStack, instructions }) => vectorsOnStack > ALLOWED * instructions)).toEqual([])
  },
)
