import { expect, test } from 'vitest'
import { forgetSearches, readRecentSearches, rememberSearch } from './recent-searches'
import { destination } from './use-search'

function memory(kept: Record<string, string> = {}) {
  const storage = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value
    },
    removeItem: (key: string) => {
      delete kept[key]
    },
  }
  return () => storage
}

test('the newest search stands first, each once however it was written, five at most', () => {
  const storage = memory()
  for (const search of ['a', 'b', 'c', 'd', 'e', 'f', 'C']) rememberSearch(search, storage)
  expect(readRecentSearches(storage)).toEqual(['C', 'f', 'e', 'd', 'b'])
  forgetSearches(storage)
  expect(readRecentSearches(storage)).toEqual([])
})

test.each(['', '{', '{"a":1}', '"silu"', '[1,null,""]'])(
  'what somebody else left there (%j) is as good as nothing',
  (left) => {
    expect(readRecentSearches(memory({ 'recent-searches': left }))).toEqual([])
  },
)

function blocked(): never {
  throw new Error('blocked')
}

test.each([
  ['refuses to keep', () => ({ getItem: blocked, setItem: blocked, removeItem: blocked })],
  ['throws at its name', blocked],
])('storage that %s stops nobody', (_, storage) => {
  expect(readRecentSearches(storage)).toEqual([])
  expect(rememberSearch('silu', storage)).toEqual(['silu'])
  expect(() => forgetSearches(storage)).not.toThrow()
})

test.each([
  ['ArrowDown', 0, false, 1],
  ['ArrowDown', 2, false, 0],
  ['ArrowUp', 0, false, 2],
  ['End', 0, true, 2],
  ['Home', 2, true, 0],
  ['Home', 2, false, null],
  ['End', 0, false, null],
  ['a', 0, true, null],
])('%s from option %i, in the list: %s, leads to %s of three', (key, at, inList, to) => {
  expect(destination(key, at, 3, inList)).toBe(to)
  expect(destination(key, -1, 0, inList)).toBeNull()
})
