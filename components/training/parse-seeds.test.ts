import { expect, test } from 'vitest'
import { parseSeeds } from './parse-seeds'

test.each([
  ['0', [0]],
  ['0, 1,2', [0, 1, 2]],
  [' 7;8  9 ', [7, 8, 9]],
  ['4294967295', [4294967295]],
])('seeds %j', (text, seeds) => {
  expect(parseSeeds(text)).toEqual({ seeds })
})

test.each([
  ['', /at least one/],
  ['1, two', /“two” is no seed/],
  ['-1', /“-1” is no seed/],
  ['1.5', /“1.5”/],
  ['4294967296', /no seed/],
  ['3 3', /Seed 3 is there twice/],
  ['1 2 3 4 5 6 7 8 9 10 11', /11 seeds; at most 10/],
])('seeds %j are refused with the reason', (text, message) => {
  expect(parseSeeds(text)).toMatchObject({ error: expect.stringMatching(message) })
})
