/** The kernel of mse, mae and huber gives the bits that the host's losses give, whatever numbers it meets. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMachine, type Machine } from '../network/backend'
import { emitLoss } from '../network/compile-loss'
import { layoutOf, NO_HALO, reserveMap } from '../nn/feature-map'
import { ArenaPlan } from '../program/arena'
import { Program } from '../program/program'
import { CONTEXT_WORDS, LIST_CORRECT, LIST_HEADER, LIST_LOSS, LIST_SCALE, SOURCE_TARGETS } from '../program/space'
import { DIFFERENCES, type DifferenceSpec } from '../spec/loss-spec'
import { BACKENDS } from '../testing/backends'

const COUNT = 7

interface Case {
  spec: DifferenceSpec
  hasClasses: boolean
  outputs: number
  y: number[]
  targets: number[]
  scale: number
}

/** The bits of the gradient, the loss and the right answers; every NaN the same. */
function measure(backend: Machine, { spec, hasClasses, outputs, y, targets, scale }: Case) {
  const plan = new ArenaPlan()
  const layout = layoutOf([outputs], NO_HALO)
  const [from, to] = [reserveMap(plan, layout, COUNT, 'shared'), reserveMap(plan, layout, COUNT, 'shared')]
  const labels = plan.reserve('shared', COUNT * 4)
  const source = plan.block([0, 0, 0, 0, labels])
  const list = plan.reserve('shared', LIST_HEADER + COUNT * 8)
  const context = plan.reserve('shared', CONTEXT_WORDS * 4)
  const program = new Program()
  emitLoss({ plan, program, source }, { spec, hasClasses }, from, to)
  const start = plan.constant(program.words)
  const { f32, f64, i32, buffer } = backend.memory
  plan.writeConstants(buffer)
  i32.set([0, 0, 0, list, COUNT], context >> 2)
  f64[(list + LIST_SCALE) >> 3] = scale
  for (let n = 0; n < COUNT; n++) {
    // Examples in reverse, so that the list matters.
    i32[((list + LIST_HEADER) >> 2) + 2 * n] = COUNT - 1 - n
    f32[(labels >> 2) + n] = targets[n] as number
    for (let j = 0; j < outputs; j++) f32[((from.address + n * from.imageStep) >> 2) + j] = y[n * outputs + j] as number
  }
  expect(i32[(source >> 2) + SOURCE_TARGETS]).toBe(labels)
  backend.executor.execute(start, start + 4 * program.words.length, context)
  const gradient = f32.slice(to.address >> 2, (to.address + COUNT * to.imageStep) >> 2)
  return {
    gradient: [...new Uint32Array(gradient.buffer)].map((word, i) => (Number.isNaN(gradient[i]) ? 'NaN' : word)),
    loss: f64[(list + LIST_LOSS) >> 3],
    correct: f64[(list + LIST_CORRECT) >> 3],
  }
}

const kernels = createMachine(BACKENDS.kernels, 4 * 65_536)
const twins = createMachine(BACKENDS.twins, 4 * 65_536)

const number = fc.oneof(
  { weight: 4, arbitrary: fc.float({ noNaN: true, min: -3, max: 3 }) },
  { weight: 1, arbitrary: fc.float() },
  { weight: 1, arbitrary: fc.constantFrom(0, -0, 1, -1, 1e-38, -1e-45, 3.4e38, Infinity, -Infinity, Number.NaN) },
)
const cases = fc
  .record({ kind: fc.constantFrom(...DIFFERENCES), delta: fc.double({ min: 0.001, max: 4, noNaN: true }) })
  .chain((spec) =>
    fc.constantFrom<[boolean, number]>([false, 1], [true, 1], [true, 2], [true, 5]).chain(([hasClasses, outputs]) =>
      fc.record({
        spec: fc.constant(spec as DifferenceSpec),
        hasClasses: fc.constant(hasClasses),
        outputs: fc.constant(outputs),
        y: fc.array(number, { minLength: COUNT * outputs, maxLength: COUNT * outputs }),
        targets: fc.array(hasClasses ? fc.nat({ max: Math.max(1, outputs - 1) }) : number, {
          minLength: COUNT,
          maxLength: COUNT,
        }),
        scale: fc.constantFrom(1, 0.1, 1 / 3, 1e-38),
      }),
    ),
  )

test('kernel and twin agree to the bit', () => {
  fc.assert(
    fc.property(cases, (one) => {
      expect(measure(kernels, one)).toEqual(measure(twins, one))
    }),
    { numRuns: 1000 },
  )
})

test('of two equal outputs the first is the answer; a tie with 0 is class 0', () => {
  const one = { spec: { kind: 'mse' } as const, hasClasses: true, scale: 1 }
  const y = [0, 0, 1, 1, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0]
  const right = (outputs: number, target: number) =>
    measure(kernels, { ...one, outputs, y, targets: new Array(COUNT).fill(target) }).correct
  expect([right(2, 0), right(2, 1)]).toEqual([7, 0])
  expect([right(1, 0), right(1, 1)]).toEqual([3, 4])
})
