import { expect, test } from 'vitest'
import { requireSameLosses } from './rounds'

const ours = { losses: [3.7542, 3.0536, 5.5482] }

test.each([
  ['the same losses', [3.7542, 3.0536, 5.5482]],
  ['losses of other roundings, the later the further', [3.75421, 3.0539, 5.545]],
  ['a slow peer that tells only its first loss', [3.7542]],
])('%s may take part', (_title, losses) => expect(() => requireSameLosses({ losses }, ours)).not.toThrow())

test.each([
  ['other weights or images', [3.7, 3.0536, 5.5482], /loss at step 1 is 3.7, ours 3.7542/],
  ['another optimizer', [3.7542, 3.2, 5.5482], /step 2/],
  ['another gradient later on', [3.7542, 3.0536, 4.9], /step 3/],
  ['a loss that is no number', [Number.NaN], /step 1/],
])('%s: it trains something else', (_title, losses, message) => {
  expect(() => requireSameLosses({ losses }, ours)).toThrow(message)
})
