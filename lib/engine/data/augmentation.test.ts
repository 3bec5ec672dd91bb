import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AUGMENT_NAMES, type AugmentName } from '../spec/data-spec'
import { augmentationKey, augmentationWord, LARGEST_SHIFT } from './augmentation'

interface Augmentation {
  flip: number
  dx: number
  dy: number
}

/** The word as the kernel `gather` reads it. */
function augmentationOf(
  seed: number,
  epoch: number,
  example: number,
  names: readonly AugmentName[] = AUGMENT_NAMES,
): Augmentation {
  const word = augmentationWord(augmentationKey(seed, epoch), example, names)
  return { flip: word & 1, dx: ((word >> 8) & 255) - 128, dy: ((word >> 16) & 255) - 128 }
}

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })

test('what is done to an example is decided by seed, epoch and example alone', () => {
  fc.assert(
    fc.property(seeds, fc.nat(1000), fc.nat(50_000), (seed, epoch, example) => {
      const before = augmentationOf(seed, epoch, example)
      for (let other = 0; other < 5; other++) augmentationOf(other, epoch + other, example + other)
      expect(augmentationOf(seed, epoch, example)).toEqual(before)
      for (const by of [before.dx, before.dy]) expect(Math.abs(by)).toBeLessThanOrEqual(LARGEST_SHIFT)
    }),
  )
})

function countsOf(many: Augmentation[]): number[] {
  const counts = new Array<number>(2 * 9 * 9).fill(0)
  for (const { flip, dx, dy } of many) {
    const at = (flip * 9 + dx + 4) * 9 + dy + 4
    counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}

/** Both ways of 40,500: over the examples of an epoch, and over the epochs of an example. */
test.each([
  ['over one epoch’s examples', (i: number) => augmentationOf(3, 5, i)],
  ['over one example’s epochs', (i: number) => augmentationOf(3, i, 17)],
  ['over seeds', (i: number) => augmentationOf(i, 0, 0)],
])('every flip and shift is equally likely, %s (χ²)', (_title, of) => {
  const counts = countsOf(Array.from({ length: 40_500 }, (_, i) => of(i)))
  const expected = 40_500 / counts.length
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  // 161 degrees of freedom: mean 161, standard deviation 17.9.
  expect(Math.abs(chiSquare - 161)).toBeLessThan(5 * 17.9)
})

test('what the spec does not name is left out, and changes nothing of the rest', () => {
  fc.assert(
    fc.property(seeds, fc.nat(1000), fc.nat(50_000), (seed, epoch, example) => {
      const { flip, dx, dy } = augmentationOf(seed, epoch, example)
      expect(augmentationOf(seed, epoch, example, ['flip'])).toEqual({ flip, dx: 0, dy: 0 })
      expect(augmentationOf(seed, epoch, example, ['shift'])).toEqual({ flip: 0, dx, dy })
      expect(augmentationOf(seed, epoch, example, [])).toEqual({ flip: 0, dx: 0, dy: 0 })
    }),
  )
})
