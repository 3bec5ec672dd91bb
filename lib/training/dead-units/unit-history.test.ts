/** Deaths and revivals over planted steps: the fold says what a person would count by hand. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sameUntil } from './same-until'
import { backSince, countChanges, countStates, deathsOf, stateCurve, UnitHistory } from './unit-history'

/** `rows[step][unit]`: on how many training examples it is awake, and on how many of the next batch. */
function planted(rows: readonly (readonly number[])[], batches = rows): UnitHistory {
  const history = new UnitHistory(rows[0]?.length ?? 0, rows.length - 1)
  history.add({ first: 0, awake: Uint16Array.from(rows.flat()), inBatch: Uint16Array.from(batches.flat()) })
  return history
}

describe('a unit', () => {
  test.each([
    ['that never died', [5, 3, 1, 9], []],
    ['born dead', [0, 0, 0], [{ died: 0, back: null }]],
    ['born dead that came to life', [0, 0, 2], [{ died: 0, back: 2 }]],
    ['that was killed by step 2', [4, 1, 0, 0], [{ died: 2, back: null }]],
    [
      'that died twice',
      [4, 0, 0, 7, 0],
      [
        { died: 1, back: 3 },
        { died: 4, back: null },
      ],
    ],
  ])('%s', (_, awake, deaths) => {
    const history = planted(awake.map((count) => [count]))
    expect(deathsOf(history, 0)).toEqual(deaths)
  })

  test('silent on the next batch is not dead', () => {
    const history = planted([[3, 2, 0]], [[1, 0, 0]])
    expect([0, 1, 2].map((unit) => history.state(0, unit))).toEqual(['awake', 'silent-in-batch', 'dead'])
    expect(countStates(history, 0)).toEqual({ awake: 1, 'silent-in-batch': 1, dead: 1 })
    expect(countStates(history, 0, 1)).toEqual({ awake: 0, 'silent-in-batch': 1, dead: 1 })
  })
})

test('revivals are counted among those that were dead at the swap, and no others', () => {
  const history = planted([
    [1, 0, 0, 4],
    [0, 0, 0, 0],
    [2, 0, 1, 0],
    [0, 0, 6, 5],
  ])
  expect(backSince(history, 0, 3)).toEqual({ dead: 2, back: [2] })
  expect(backSince(history, 1, 3)).toEqual({ dead: 4, back: [2, 3] })
  expect(countChanges(history, 3)).toEqual({ born: 2, deaths: 3, revivals: 3 })
})

const anyRows = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 40 })).chain(([units, steps]) =>
  fc.array(fc.array(fc.constantFrom(0, 0, 1, 7), { minLength: units, maxLength: units }), {
    minLength: steps,
    maxLength: steps,
  }),
)

test('whatever happened: born + deaths − revivals are dead, at every step', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const history = planted(rows)
      for (const [step, row] of rows.entries()) {
        const dead = row.filter((count) => count === 0).length
        const { born, deaths, revivals } = countChanges(history, step)
        expect(born + deaths - revivals).toBe(dead)
        expect(countStates(history, step).dead).toBe(dead)
      }
      for (const [unit] of (rows[0] ?? []).entries()) {
        const turns = deathsOf(history, unit).flatMap(({ died, back }) => (back === null ? [died] : [died, back]))
        expect(turns).toEqual(turns.toSorted((a, b) => a - b))
        expect(new Set(turns).size).toBe(turns.length)
      }
    }),
    { numRuns: 300 },
  )
})

test('told in parts and cut in between, it is the same history', () => {
  fc.assert(
    fc.property(anyRows, fc.nat(39), fc.nat(39), (rows, a, b) => {
      const units = rows[0]?.length ?? 0
      const [cut, end] = [Math.min(a, rows.length - 1), Math.min(b, rows.length - 1)]
      const history = new UnitHistory(units, rows.length - 1)
      const tell = (first: number, told: number[][]) =>
        history.add({ first, awake: Uint16Array.from(told.flat()), inBatch: Uint16Array.from(told.flat()) })
      tell(
        0,
        rows.slice(0, end + 1).map((row) => row.map((count) => 7 - count)),
      )
      history.cutTo(cut)
      expect(history.last).toBe(Math.min(cut, end))
      tell(0, rows)
      const whole = planted(rows)
      for (let unit = 0; unit < units; unit++) expect(deathsOf(history, unit)).toEqual(deathsOf(whole, unit))
    }),
    { numRuns: 100 },
  )
})

test('a gap is not taken for a step, and nothing is written beyond the end', () => {
  const history = new UnitHistory(1, 3)
  history.add({ first: 2, awake: Uint16Array.of(1), inBatch: Uint16Array.of(1) })
  expect(history.last).toBe(-1)
  history.add({ first: 0, awake: new Uint16Array(9), inBatch: new Uint16Array(9) })
  expect(history.last).toBe(-1)
})

test('a curve of many steps is thinned, and keeps its end', () => {
  const history = planted(Array.from({ length: 1001 }, (_, step) => [step < 500 ? 1 : 0, 1]))
  const curve = stateCurve(history, 'dead', 100)
  expect(curve.length).toBeLessThanOrEqual(102)
  expect(curve.at(0)).toEqual([0, 0])
  expect(curve.at(-1)).toEqual([1000, 1])
})

const swap = (atStep: number, name: 'relu' | 'leaky-relu' | 'gelu') => ({ atStep, layer: 1, activation: { name } })

test.each([
  ['no swaps', undefined, [], Number.POSITIVE_INFINITY],
  ['the same swaps', [swap(5, 'gelu')], [swap(5, 'gelu')], Number.POSITIVE_INFINITY],
  ['one more', [swap(5, 'gelu')], [swap(5, 'gelu'), swap(9, 'relu')], 9],
  ['one less', [swap(5, 'gelu'), swap(9, 'relu')], [swap(9, 'relu')], 5],
  ['another at the same step', [swap(5, 'gelu')], [swap(5, 'leaky-relu')], 5],
])('two runs are the same up to where their swaps differ: %s', (_, some, others, step) => {
  expect(sameUntil(some, others)).toBe(step)
})
