/** Block programs give the bits of the same operations done number by number, in twin and kernel. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activations } from '../activations/registry'
import { BLOCK, type BlockOperation, type BlockProgram } from '../expressions/block-program'
import { compileSlope, compileValue } from '../expressions/compile'
import { Differentiator } from '../expressions/differentiate'
import type { Formula } from '../expressions/formula'
import type { Expression } from '../expressions/language/expression'
import { parseExpression } from '../expressions/parse'
import { simplifyingAlgebra } from '../expressions/simplify'
import { expressions } from '../expressions/testing/random-expressions'
import { writeOut } from '../expressions/write-out'
import { createRng } from '../random/rng'
import { ELEMENT_OPERATIONS, runBlocks } from './blocks'
import { viewMemory } from './memory'

type Run = (program: number, scratch: number, x: number, y: number, dy: number, out: number, n: number) => void

const PAGE = 65_536
const wasm = new WebAssembly.Memory({ initial: 16, maximum: PAGE })
const memory = viewMemory(wasm.buffer)
const instantiate = (name: string, core: WebAssembly.ModuleImports) =>
  new WebAssembly.Instance(
    new WebAssembly.Module(readFileSync(new URL(`../kernels/build/${name}.wasm`, import.meta.url))),
    { env: { memory: wasm, abort: () => undefined }, core },
  )
const kernels = instantiate('rare-kernels', instantiate('kernels', {}).exports)
const byTwin: Run = (...numbers) => runBlocks(memory, ...numbers)
const byKernel = kernels.exports.runBlocks as Run

/** Two whole blocks, a part of one, and a few that are no whole vector of vectors. */
const LENGTH = 2 * BLOCK + 100 + 8
/** The kernels' own data lie in the first page. */
const [PROGRAM, SCRATCH, X, Y, DY, OUT] = [1, 3, 8, 9, 10, 11].map((page) => page * PAGE) as [
  number,
  number,
  number,
  number,
  number,
  number,
]
const SPECIAL = [0, -0, 1, -1, 1e-38, -1e-39, 1e-45, 87.5, -87.5, 1e4, -1e4, 3.4e38, Infinity, -Infinity, Number.NaN]

const floats = (address: number) => memory.f32.subarray(address >> 2, (address >> 2) + LENGTH)

/** Every NaN the same. */
function bitsOf(numbers: ArrayLike<number>): number[] {
  const rounded = Float32Array.from(numbers)
  const words = new Uint32Array(rounded.buffer)
  return [...words].map((word, i) => (Number.isNaN(rounded[i]) ? 0x7fc00000 : word))
}

function fillInputs(): void {
  const rng = createRng(3, 'data')
  const [x, dy] = [floats(X), floats(DY)]
  for (let i = 0; i < LENGTH; i++) {
    x[i] = SPECIAL[i] ?? 6 * rng.normal()
    dy[i] = i % 7 === 0 ? (SPECIAL[i % SPECIAL.length] as number) : rng.normal()
  }
}

function resultOf(run: Run, { words, scratchBytes }: BlockProgram, out = OUT): number[] {
  expect(words.byteLength).toBeLessThan(SCRATCH - PROGRAM)
  expect(scratchBytes).toBeLessThan(X - SCRATCH)
  memory.i32.set(words, PROGRAM >> 2)
  floats(out).fill(77, out === OUT ? 0 : LENGTH)
  run(PROGRAM, SCRATCH, X, Y, DY, out, LENGTH)
  return bitsOf(floats(out))
}

/** One number through the formula, one operation after the other. */
function element(formula: Formula, x: number, known: Map<Formula, number>): number {
  const found = known.get(formula)
  if (found !== undefined) return found
  const { operation, of, value } = formula
  if (operation === 'x') return x
  if (operation === 'number') return Math.fround(value)
  let [a = 0, b = 0, c = 0, d = 0] = of.map((part) => element(part, x, known))
  if (operation === 'whole-power') return raised(a, value)
  if ((operation === 'max' || operation === 'min') && of[0]?.operation === 'number') [a, b] = [b, a]
  const result = ELEMENT_OPERATIONS[operation](a, b, c, d)
  known.set(formula, result)
  return result
}

function raised(u: number, n: number): number {
  if (n === 1) return u
  const half = n % 2 === 0 ? raised(u, n / 2) : raised(u, n - 1)
  return ELEMENT_OPERATIONS.multiply(half, n % 2 === 0 ? half : u, 0, 0)
}

function formulasOf(expression: Expression) {
  const algebra = simplifyingAlgebra()
  const value = writeOut(expression, algebra).formula
  return { value, slope: new Differentiator(algebra).slope(value) }
}

const parsed = (source: string) => {
  const result = parseExpression(source)
  if (!result.ok) throw new Error(result.problem.message)
  return result.expression
}

function expectSameBits(run: Run, expression: Expression): void {
  const { value, slope } = formulasOf(expression)
  fillInputs()
  const x = [...floats(X)]
  const y = resultOf(run, compileValue(value))
  const { flush, multiply } = ELEMENT_OPERATIONS
  const expected = x.map((each) => element(value, each, new Map()))
  expect(y).toEqual(bitsOf(expected.map((each) => flush(each, 0, 0, 0))))

  floats(Y).set(floats(OUT))
  const g = resultOf(run, compileSlope(slope, value))
  const gradients = x.map((each, i) => {
    const known = value.operation === 'number' ? [] : [[value, value.operation === 'x' ? each : floats(Y)[i]] as const]
    const s = element(slope, each, new Map(known as [Formula, number][]))
    return flush(multiply(s, floats(DY)[i] as number, 0, 0), 0, 0, 0)
  })
  expect(g).toEqual(bitsOf(gradients))
}

describe.each([
  ['twin', byTwin, 60],
  ['kernel', byKernel, 400],
] as const)('%s', (_, run, runs) => {
  test('value and slope of any expression have the bits of its operations, number by number', () => {
    fc.assert(
      fc.property(expressions, (expression) => expectSameBits(run, expression)),
      { numRuns: runs },
    )
  })

  test.each([
    'x * sigmoid(1.702 * x)',
    'max(0, x) + 0.1 * sin(x)',
    'where(x > 0, x, exp(x) - 1)',
    'where(x <= 1, x^3, 2 - 1 / (1 + x^2))',
    'min(max(x + 3, 0), 6) * x / 6',
    'gelu(x) + mish(x) + silu(x)',
    'sign(x) * log1p(abs(x)) + sqrt(abs(x)) + cos(erf(x))',
    '(1 + abs(x))^1.7 + 2^x - log(2 + x^2)',
    'expm1(x / 4) + x^7 - softplus(-x)',
    '5',
    'x',
    '-x',
  ])('%s', (source) => {
    expectSameBits(run, parsed(source))
  })

  test('the result may replace what was read, and nothing behind it is touched', () => {
    const program = compileValue(formulasOf(parsed('x * tanh(x) + x')).value)
    fillInputs()
    const expected = resultOf(run, program)
    memory.f32[(X >> 2) + LENGTH] = 77
    expect(resultOf(run, program, X)).toEqual(expected)
    expect(memory.f32[(X >> 2) + LENGTH]).toBe(77)
    expect(memory.f32[(OUT >> 2) + LENGTH]).toBe(0)
  })

  test('NaN passes max and min, subnormal results are 0', () => {
    fillInputs()
    const at = (index: number) => floats(OUT)[index] as number
    resultOf(run, compileValue(formulasOf(parsed('min(max(0, x), 6)')).value))
    expect([at(SPECIAL.indexOf(Infinity)), at(SPECIAL.indexOf(-Infinity)), at(0)]).toEqual([6, 0, 0])
    expect(at(SPECIAL.length - 1)).toBeNaN()
    resultOf(run, compileValue(formulasOf(parsed('0.01 * x')).value))
    expect(at(SPECIAL.indexOf(1e-38))).toBe(0)
  })
})

describe('training agrees with the built-ins in double precision', () => {
  test.each([
    ['max(0, x)', 'relu'],
    ['x * sigmoid(x)', 'swish'],
    ['0.5 * x * (1 + erf(x / sqrt(2)))', 'gelu'],
    ['0.5 * x * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3)))', 'gelu-tanh'],
    ['x * tanh(log(1 + exp(x)))', 'mish'],
    ['where(x > 0, x, exp(x) - 1)', 'elu'],
    ['log(1 + exp(x))', 'softplus'],
    ['1 / (1 + exp(-x))', 'sigmoid'],
    ['x * clamp(x + 3, 0, 6) / 6', 'hard-swish'],
  ] as const)('%s and %s', (source, name) => {
    const { value, slope } = formulasOf(parsed(source))
    const x = floats(X)
    for (let i = 0; i < LENGTH; i++) x[i] = -12 + (24 * i) / LENGTH
    floats(DY).fill(1)
    resultOf(byKernel, compileValue(value))
    floats(Y).set(floats(OUT))
    const y = [...floats(OUT)]
    resultOf(byKernel, compileSlope(slope, value))
    const g = [...floats(OUT)]
    x.forEach((each, i) => {
      expect(Math.abs((y[i] as number) - activations[name].value(each))).toBeLessThan(
        1e-6 * Math.max(1, Math.abs(each)),
      )
      expect(Math.abs((g[i] as number) - activations[name].derivative(each))).toBeLessThan(3e-6)
    })
  })
})

test('every operation of a block program is done by the twin', () => {
  const names: BlockOperation[] = Object.keys(ELEMENT_OPERATIONS) as BlockOperation[]
  expect(new Set(names).size).toBe(25)
})
