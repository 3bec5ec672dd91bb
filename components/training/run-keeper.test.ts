import { expect, test } from 'vitest'
import type { EventDraft } from '@/lib/journal/draft'
import type { RunResult } from '@/lib/training/protocol'
import { RunKeeper } from './run-keeper'

const result = () => ({ outcome: 'finished' }) as RunResult
const draft = (id: string) => ({ id }) as EventDraft

/** A log that refuses whatever `full` says. */
function log() {
  const stored: (string | undefined)[] = []
  const state = { full: false }
  const write = async ({ id }: EventDraft) => {
    if (state.full) throw new Error('no space')
    stored.push(id)
  }
  return { stored, state, write }
}

test('each run is written once, in order', async () => {
  const keeper = new RunKeeper()
  const { stored, write } = log()
  const first = result()
  expect(keeper.take(first, () => draft('a'))).toBe(true)
  expect(keeper.take(first, () => draft('a again'))).toBe(false)
  keeper.take(result(), () => draft('b'))
  expect(await Promise.all([keeper.save(write), keeper.save(write)])).toEqual([true, true])
  expect(stored).toEqual(['a', 'b'])
})

test('a run that could not be written is tried again at the next chance, and then nothing is left', async () => {
  const keeper = new RunKeeper()
  const { stored, state, write } = log()
  state.full = true
  keeper.take(result(), () => draft('a'))
  expect(await keeper.save(write)).toBe(false)
  expect(await keeper.save(write)).toBe(false)
  state.full = false
  keeper.take(result(), () => draft('b'))
  expect(await keeper.save(write)).toBe(true)
  expect(stored).toEqual(['a', 'b'])
})

test('one run that cannot be written does not stand in the way of the others', async () => {
  const keeper = new RunKeeper()
  const { stored, write } = log()
  for (const id of ['a', 'b', 'c']) keeper.take(result(), () => draft(id))
  const refusesB = (one: EventDraft) => (one.id === 'b' ? Promise.reject(new Error('no')) : write(one))
  expect(await keeper.save(refusesB)).toBe(false)
  expect(await keeper.save(write)).toBe(true)
  expect(stored).toEqual(['a', 'c', 'b'])
})
