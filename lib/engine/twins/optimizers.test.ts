/** The optimizers' kernels and their twins give the same bits, whatever numbers they meet. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMachine, type Machine } from '../network/backend'
import { planOptimizer } from '../optim/plan-optimizer'
import { argumentsOf, type KernelName } from '../program/kernel-table'
import { Program } from '../program/program'
import type { OptimizerSpec } from '../spec/training-spec'
import { BACKENDS } from '../testing/backends'

const PAGE = 65_536
const LENGTH = 64
/** The kernels' own data lie in the first page. */
const PROGRAM = PAGE
const CONTEXT = PROGRAM + 256
const HYPER = PROGRAM + 512
const VALUES = PROGRAM + 1024
const REGIONS = ['weights', 'gradient', 'velocity', 'means', 'squares']

const byKernels = createMachine(BACKENDS.kernels, 4 * PAGE)
const byTwins = createMachine(BACKENDS.twins, 4 * PAGE)

/** Runs one kernel three times on `values`; the bits of all regions afterwards, every NaN the same. */
function run({ memory, executor }: Machine, kernel: KernelName, hyper: Float32Array, values: Float32Array): number[] {
  const named = new Map(REGIONS.map((name, i) => [name, VALUES + 4 * LENGTH * i]))
  const addresses = { values: VALUES, factor: HYPER, limit: HYPER, hyper: HYPER, length: LENGTH }
  const program = new Program()
  const call = Object.fromEntries([...Object.entries(addresses), ...named])
  program.emit(kernel, Object.fromEntries(argumentsOf(kernel).map(([name]) => [name, call[name]])) as never)
  memory.i32.fill(0, PROGRAM >> 2)
  memory.i32.set(program.words, PROGRAM >> 2)
  memory.f32.set(hyper, HYPER >> 2)
  memory.f32.set(values, VALUES >> 2)
  for (let i = 0; i < 3; i++) executor.execute(PROGRAM, PROGRAM + 4 * program.words.length, CONTEXT)
  const region = memory.f32.slice(VALUES >> 2, (VALUES >> 2) + values.length)
  const bits = new Uint32Array(region.buffer)
  return [...bits].map((word, i) => (Number.isNaN(region[i]) ? 0x7fc00000 : word))
}

/** Ordinary numbers, every bit pattern, and those at which arithmetic changes its ways. */
const number = fc.oneof(
  { weight: 4, arbitrary: fc.float({ noNaN: true, min: -10, max: 10 }) },
  { weight: 2, arbitrary: fc.float() },
  { weight: 1, arbitrary: fc.constantFrom(0, -0, 1e-38, -1e-39, 1e-45, 3.4e38, Infinity, -Infinity, Number.NaN) },
)
const values = fc
  .array(number, { minLength: REGIONS.length * LENGTH, maxLength: REGIONS.length * LENGTH })
  .map((numbers) => Float32Array.from(numbers))
const part = fc.double({ min: 0, max: 0.999, noNaN: true })

const SPECS: Record<string, (a: number, b: number) => OptimizerSpec> = {
  sgd: (a) => ({ kind: 'sgd', learningRate: a }),
  'sgd with momentum': (a, b) => ({ kind: 'sgd', learningRate: a, momentum: b, weightDecay: a * b }),
  'sgd with nesterov': (a, b) => ({ kind: 'sgd', learningRate: a, momentum: b, nesterov: true }),
  rmsprop: (a, b) => ({ kind: 'rmsprop', learningRate: a, alpha: b, weightDecay: a * b }),
  'rmsprop with momentum': (a, b) => ({ kind: 'rmsprop', learningRate: a, momentum: b }),
  adam: (a, b) => ({ kind: 'adam', learningRate: a, beta1: b, weightDecay: a * b }),
  adamw: (a, b) => ({ kind: 'adamw', learningRate: a, beta2: b }),
}

test('this host runs the kernels', () => {
  expect(BACKENDS.kernels.kind).toBe('kernels')
})

describe('kernel and twin give the same bits', () => {
  test.each(Object.entries(SPECS))('%s', (_name, specOf) => {
    fc.assert(
      fc.property(values, part, part, fc.nat(5000), (given, a, b, step) => {
        const spec = specOf(a, b)
        const plan = planOptimizer(spec)
        const hyper = new Float32Array(8)
        plan.fillHyper(hyper, spec.learningRate, step)
        expect(run(byKernels, plan.kernel, hyper, given)).toEqual(run(byTwins, plan.kernel, hyper, given))
      }),
      { numRuns: 60 },
    )
  })

  test.each(['scaleValues', 'clampValues'] as const)('%s', (kernel) => {
    fc.assert(
      fc.property(values, fc.float({ noNaN: true, min: 0 }), (given, setting) => {
        const block = Float32Array.of(setting)
        expect(run(byKernels, kernel, block, given)).toEqual(run(byTwins, kernel, block, given))
      }),
      { numRuns: 60 },
    )
  })
})
