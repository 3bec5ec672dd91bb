import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { activations } from '../activations/registry'
import { activationBackward, activationForward } from '../twins/activation-loops'
import { viewMemory } from '../twins/memory'
import { activationParameterSlope, activationValue } from './activation-table'
import { erf } from './erf'
import { exp, expm1 } from './exp'
import { log, log1p } from './log'
import { normalCdf, normalDensity } from './normal'
import { pow } from './pow'
import { sigmoid } from './sigmoid'
import { softplus } from './softplus'
import { tanh } from './tanh'
import { firstDifference, instantiateLanes } from './testing/compiled-lanes'
import { stratifiedFloats } from './testing/lane-inputs'
import { cos, sin } from './trigonometry'

const root = path.join(import.meta.dirname, '../../..')
const wasm = new Uint8Array(execFileSync(process.execPath, ['scripts/kernels/compile-lanes.mjs'], { cwd: root }))
const { memory, loop } = instantiateLanes(wasm)

/** Numbers at a time, and the byte addresses of arrays of so many. */
const CHUNK = 1 << 13
const PARAMETERS = 0x10000
const [X, Y, DY, G] = [0x20000, 0x30000, 0x40000, 0x50000] as const
const read = (address: number) => memory.f32.slice(address >> 2, (address >> 2) + CHUNK)
const write = (address: number, floats: Float32Array) => memory.f32.set(floats, address >> 2)

/** The compiled loop over any number of chunks. */
function simd(name: string, xs: Float32Array, exponents?: Float32Array): Float32Array {
  const ys = new Float32Array(xs.length)
  for (let i = 0; i < xs.length; i += CHUNK) {
    write(X, xs.subarray(i, i + CHUNK))
    if (exponents !== undefined) write(DY, exponents.subarray(i, i + CHUNK))
    loop(name)(...(exponents === undefined ? [X, Y, CHUNK] : [X, DY, Y, CHUNK]))
    ys.set(read(Y), i)
  }
  return ys
}

describe('SIMD and TypeScript give the same bits', () => {
  test.each([
    ['exp', exp, 1 << 18],
    ['tanh', tanh, 1 << 18],
    ['expm1', expm1, 1 << 16],
    ['log', log, 1 << 16],
    ['log1p', log1p, 1 << 16],
    ['sigmoid', sigmoid, 1 << 17],
    ['softplus', softplus, 1 << 16],
    ['erf', erf, 1 << 16],
    ['normalCdf', normalCdf, 1 << 16],
    ['normalDensity', normalDensity, 1 << 16],
    ['sin', sin, 1 << 16],
    ['cos', cos, 1 << 16],
  ] as const)('%s', (name, twin, length) => {
    const xs = stratifiedFloats(length)
    expect(firstDifference(xs, simd(name, xs), xs.map(twin))).toBeNull()
  })

  test('pow', () => {
    const xs = stratifiedFloats(1 << 16)
    const exponents = xs.map((_, i) => (i % 3 === 0 ? (i % 41) - 20 : (xs[(i * 7919) % xs.length] as number)))
    const expected = xs.map((x, i) => pow(x, exponents[i] as number))
    expect(firstDifference(xs, simd('pow', xs, exponents), expected)).toBeNull()
  })

  const parameters: [number, number][] = [
    [0.01, 1],
    [-1.5, -0.75],
    [2, 3],
  ]
  const cases = Object.values(activations).flatMap(({ name, kernel }) =>
    parameters.map(([alpha, beta]): [string, number, number, number] => [name, alpha, beta, kernel]),
  )
  test.each(cases)('%s, α = %d, β = %d: value, slope and the slope by its parameter', (_name, alpha, beta, kernel) => {
    const xs = stratifiedFloats(CHUNK)
    write(X, xs)
    write(PARAMETERS, Float32Array.of(alpha, beta))
    write(
      DY,
      xs.map((_, i) => xs[(i * 7919) % CHUNK] as number),
    )
    const twin = viewMemory(memory.buffer.slice(0))
    loop('activationForward')(kernel, X, Y, CHUNK, PARAMETERS)
    loop('activationBackward')(kernel, X, Y, DY, G, CHUNK, PARAMETERS)
    activationForward(twin, kernel, X, Y, CHUNK, PARAMETERS)
    activationBackward(twin, kernel, X, Y, DY, G, CHUNK, PARAMETERS)
    const twinOf = (address: number) => twin.f32.slice(address >> 2, (address >> 2) + CHUNK)
    const values = read(Y)
    expect(firstDifference(xs, values, twinOf(Y))).toBeNull()
    expect(firstDifference(xs, read(G), twinOf(G))).toBeNull()

    const [a, b] = [Math.fround(alpha), Math.fround(beta)]
    loop('parameterSlope')(kernel, X, Y, G, CHUNK, a, b)
    const slopes = xs.map((x, i) => activationParameterSlope(kernel, x, values[i] as number, a, b))
    expect(firstDifference(xs, read(G), slopes)).toBeNull()

    loop('valueByCall')(kernel, X, Y, CHUNK, a, b)
    expect(
      firstDifference(
        xs,
        read(Y),
        xs.map((x) => activationValue(kernel, x, a, b)),
      ),
    ).toBeNull()
  })
})
