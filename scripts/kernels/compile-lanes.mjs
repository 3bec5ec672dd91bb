/**
 * Compiles the lane code alone, each function as a loop over arrays, and writes the module to standard output: for the
 * tests that hold SIMD against TypeScript. The kernels' own build is scripts/build-kernels.ts.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import asc from 'assemblyscript/asc'
import { laneSources } from './lanes.mjs'

const KERNELS = path.join(import.meta.dirname, '../../lib/engine/kernels')

/** Exported as `<name>(x, y, n)`: y[i] = f(x[i]), n a multiple of 4. */
const FUNCTIONS = {
  exp: ['exp', 'expm1'],
  log: ['log', 'log1p'],
  tanh: ['tanh'],
  sigmoid: ['sigmoid'],
  softplus: ['softplus'],
  erf: ['erf'],
  normal: ['normalCdf', 'normalDensity'],
  trigonometry: ['sin', 'cos'],
}

const unaryLoop = (file, name) => `
import { ${name} as ${name}Lanes } from './build/lanes/${file}'
export function ${name}(x: usize, y: usize, n: i32): void {
  for (let i: usize = 0; i < <usize>n << 2; i += 16) v128.store(y + i, ${name}Lanes(v128.load(x + i)))
}`

const INDEX = `${Object.entries(FUNCTIONS)
  .flatMap(([file, names]) => names.map((name) => unaryLoop(file, name)))
  .join('')}
import { pow as powLanes } from './build/lanes/pow'
export function pow(x: usize, e: usize, y: usize, n: i32): void {
  for (let i: usize = 0; i < <usize>n << 2; i += 16) v128.store(y + i, powLanes(v128.load(x + i), v128.load(e + i)))
}
import { activationParameterSlope, activationValue } from './build/lanes/activation-table'
export { activationForward, activationBackward } from './build/lanes/activation-loops'
export function valueByCall(id: i32, z: usize, y: usize, n: i32, alpha: f32, beta: f32): void {
  const a = f32x4.splat(alpha), b = f32x4.splat(beta)
  for (let i: usize = 0; i < <usize>n << 2; i += 16) v128.store(y + i, activationValue(id, v128.load(z + i), a, b))
}
export function parameterSlope(id: i32, z: usize, y: usize, s: usize, n: i32, alpha: f32, beta: f32): void {
  const a = f32x4.splat(alpha), b = f32x4.splat(beta)
  for (let i: usize = 0; i < <usize>n << 2; i += 16) {
    v128.store(s + i, activationParameterSlope(id, v128.load(z + i), v128.load(y + i), a, b))
  }
}
`

async function compileLanes() {
  const files = new Map(laneSources().map(({ path: name, text }) => [name, text]))
  files.set('index.ts', INDEX)
  files.set('lanes/vocabulary.ts', readFileSync(path.join(KERNELS, 'lanes/vocabulary.ts'), 'utf8'))
  let module
  const { error, stderr } = await asc.main(
    ['index.ts', '-o', 'lanes.wasm', '-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory'],
    {
      readFile: (name) => files.get(path.posix.normalize(name)) ?? null,
      writeFile: (_, contents) => {
        module = contents
      },
      listFiles: () => [],
    },
  )
  if (error !== null) throw new Error(`The lane code does not compile:\n${stderr.toString()}${error.message}`)
  return module
}

process.stdout.write(await compileLanes())
