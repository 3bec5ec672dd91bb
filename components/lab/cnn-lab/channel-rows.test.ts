import { expect, test } from 'vitest'
import { channelRows, zeroShare } from './channel-rows'

/** Two channels over four places: [place, channel]. */
const maps = { channels: 2, values: Float32Array.of(0, -1, 0, -1, 3, -1, 1, 0) }

test('each channel by itself: least, mean, most, and what is exactly 0', () => {
  expect(channelRows(maps)).toEqual([
    { channel: 1, least: 0, mean: 1, most: 3, zeros: 0.5 },
    { channel: 2, least: -1, mean: -0.75, most: 0, zeros: 0.25 },
  ])
})

test('zeros of the whole layer, and of one with nothing in it', () => {
  expect(zeroShare(maps)).toBe(3 / 8)
  expect(zeroShare({ values: new Float32Array() })).toBe(0)
})
