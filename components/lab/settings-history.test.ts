import { describe, expect, test } from 'vitest'
import { change, redo, startHistory, undo } from './settings-history'

const start = startHistory({ alpha: 0, beta: 1, x: 0 })

describe('settings step by step', () => {
  test('undo goes back one change at a time, and redo forth', () => {
    const changed = change(change(start, { alpha: 1 }, 0), { beta: 2 }, 100)
    expect(undo(changed).present).toEqual({ alpha: 1, beta: 1, x: 0 })
    expect(undo(undo(changed)).present).toEqual(start.present)
    expect(redo(redo(undo(undo(changed)))).present).toEqual(changed.present)
  })

  test('drawing a slider along is one step, and pausing in between makes two', () => {
    const drawn = [10, 20, 30].reduce((history, at) => change(history, { alpha: at }, at), start)
    expect(undo(drawn).present).toEqual(start.present)
    expect(undo(change(drawn, { alpha: 99 }, 2000)).present.alpha).toBe(30)
  })

  test('after an undo, the same slider begins a step of its own, and what was undone is gone', () => {
    const back = undo(change(change(start, { alpha: 1 }, 0), { beta: 2 }, 10))
    const changed = change(back, { alpha: 5 }, 20)
    expect(undo(changed).present.alpha).toBe(1)
    expect(redo(changed)).toBe(changed)
  })

  test('a silent change is no step, and stays through an undo only as far as the step reaches', () => {
    const moved = change(change(start, { alpha: 1 }, 0), { x: 7 }, 10, true)
    expect(moved.past).toHaveLength(1)
    expect(undo(moved).present).toEqual(start.present)
  })

  test('there is nothing before the first step, nor after the last', () => {
    expect(undo(start)).toBe(start)
    expect(redo(start)).toBe(start)
  })

  test('at most a hundred steps are kept', () => {
    const many = Array.from({ length: 300 }).reduce<typeof start>((one, _, i) => change(one, { x: i }, i * 2000), start)
    expect(many.past).toHaveLength(100)
  })
})
