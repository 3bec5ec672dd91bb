/** Panels hold what their order says, however many calls share the work, from kernels and twins alike. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMachine } from '../network/backend'
import { ArenaPlan } from '../program/arena'
import { Program } from '../program/program'
import { BACKENDS } from '../testing/backends'
import type { Emission } from './layer'
import { emitPanels, emitTransformedPanels, type Packing } from './packing'

/** Filters [outputs, 3, 3, inputs], every number another one, packed from either side: lanes are outputs or inputs. */
const shape = fc.record({
  outputs: fc.integer({ min: 1, max: 40 }).map((fours) => 4 * fours),
  inputs: fc.integer({ min: 1, max: 12 }).map((fours) => 4 * fours),
  turned: fc.boolean(),
})
type Shape = typeof shape extends fc.Arbitrary<infer S> ? S : never

function packingOf({ outputs, inputs, turned }: Shape): Packing {
  const out = { count: outputs, step: 9 * inputs * 4 }
  const into = { count: inputs, step: 4 }
  const [lane, inner] = turned ? [into, out] : [out, into]
  const sign = turned ? -1 : 1
  return {
    lanes: lane.count,
    laneStep: lane.step,
    rows: 3,
    rowStep: sign * 3 * inputs * 4,
    columns: 3,
    columnStep: sign * inputs * 4,
    inner: inner.count,
    innerStep: inner.step,
    first: turned ? 4 * 8 * inputs : 0,
  }
}

/** The tap of a filter's row and column that goes from a lane to an inner number; filters count up from 1. */
function tapOf({ inputs, turned }: Shape, lane: number, inner: number, row: number, column: number): number {
  const [output, input] = turned ? [inner, lane] : [lane, inner]
  const tap = turned ? 8 - (3 * row + column) : 3 * row + column
  return 1 + output * 9 * inputs + tap * inputs + input
}

type Emit = (emission: Emission, weight: number, packing: Packing) => number

function pack(emit: Emit, given: Shape, backend: keyof typeof BACKENDS) {
  const plan = new ArenaPlan()
  const count = 9 * given.inputs * given.outputs
  const weight = plan.reserve('shared', count * 4)
  const prepare = new Program()
  const panels = emit({ plan, prepare } as Emission, weight, packingOf(given))
  const program = plan.constant(prepare.words)
  const machine = createMachine(BACKENDS[backend], plan.size('shared'))
  const { f32 } = machine.memory
  plan.writeConstants(machine.memory.buffer)
  for (let i = 0; i < count; i++) f32[(weight >> 2) + i] = i + 1
  machine.executor.execute(program, program + 4 * prepare.length, 0)
  return { packed: f32.subarray(panels >> 2), calls: prepare.boundaries.length - 1 }
}

/** Where a lane's number of an inner one lies in panels of which each lane has `size` numbers. */
function placeOf(lanes: number, lane: number, inner: number, size: number): number {
  const panel = lane - (lane % 8)
  return panel * size + inner * Math.min(8, lanes - panel) + (lane - panel)
}

describe.each(['twins', 'kernels', 'kernels-shared'] as const)('%s', (backend) => {
  test('panels: row after row, column after column, inner after inner, the lanes side by side', () => {
    fc.assert(
      fc.property(shape, (given) => {
        const { lanes, inner } = packingOf(given)
        const { packed } = pack(emitPanels, given, backend)
        for (let lane = 0; lane < lanes; lane++) {
          for (let place = 0; place < 9 * inner; place++) {
            const [tap, i] = [Math.floor(place / inner), place % inner]
            const expected = tapOf(given, lane, i, Math.floor(tap / 3), tap % 3)
            if (packed[placeOf(lanes, lane, place, 9 * inner)] !== expected) expect.fail(`lane ${lane}, place ${place}`)
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  test('transformed panels: G g Gᵀ of every filter, a matrix for each of its 16 numbers', () => {
    const G = [
      [1, 0, 0],
      [0.5, 0.5, 0.5],
      [0.5, -0.5, 0.5],
      [0, 0, 1],
    ] as const
    fc.assert(
      fc.property(shape, (given) => {
        const { lanes, inner } = packingOf(given)
        const { packed } = pack(emitTransformedPanels, given, backend)
        for (let lane = 0; lane < lanes; lane++) {
          for (let i = 0; i < inner; i++) {
            for (let matrix = 0; matrix < 16; matrix++) {
              let expected = 0
              for (let tap = 0; tap < 9; tap++) {
                const [row, column] = [Math.floor(tap / 3), tap % 3]
                const factor = (G[matrix >> 2]?.[row] ?? 0) * (G[matrix & 3]?.[column] ?? 0)
                expected += factor * tapOf(given, lane, i, row, column)
              }
              const actual = packed[matrix * lanes * inner + placeOf(lanes, lane, i, inner)] as number
              if (Math.abs(actual - expected) > 0.01) expect.fail(`lane ${lane}, inner ${i}, matrix ${matrix}`)
            }
          }
        }
      }),
      { numRuns: 30 },
    )
  })
})

test.each([
  ['a small layer is one call', { outputs: 16, inputs: 4, turned: false }, 1],
  ['a wide one a call for each panel', { outputs: 64, inputs: 32, turned: false }, 8],
  ['the same turned', { outputs: 64, inputs: 32, turned: true }, 4],
  ['one of many panels no more than 64', { outputs: 2048, inputs: 32, turned: false }, 64],
])('%s', (_, given, calls) => {
  expect(pack(emitTransformedPanels, given, 'kernels').calls).toBe(calls)
})
