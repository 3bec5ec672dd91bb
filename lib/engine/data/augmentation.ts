import { type CounterKey, counterBits, counterKey } from '../random/counter'
import type { AugmentName } from '../spec/data-spec'

/** Pixels that `shift` moves an image by at most, each way (He et al. 2015, arXiv:1512.03385, section 4.2). */
export const LARGEST_SHIFT = 4

/** What the examples of an epoch draw from; made once an epoch, so that `augmentationWord` allocates nothing. */
export function augmentationKey(seed: number, epoch: number): CounterKey {
  return counterKey(seed, 'augment', epoch, 0)
}

/**
 * What `augment: [flip, shift]` does to training example `example` (its index in the data set), as the kernel `gather`
 * reads it: flip | dx + 128 in byte 1 | dy + 128 in byte 2. The image is mirrored if flip is 1, then moved dx pixels to
 * the right and dy down: out[y, x] = in[y − dy, m(x − dx)] with m(x) = width − 1 − x if flipped, else x; 0 where that lies
 * outside. It depends on nothing else: neither on the order of the examples, nor on threads, nor on where a run was
 * resumed. A spec that names one of the two takes only its part.
 */
export function augmentationWord(key: CounterKey, example: number, names: readonly AugmentName[]): number {
  const bits = counterBits(key, example)
  const flip = names.includes('flip') ? bits >>> 31 : 0
  const shifts = names.includes('shift')
  const dx = shifts ? shiftOf(bits & 0x7fff) : 0
  const dy = shifts ? shiftOf((bits >>> 15) & 0x7fff) : 0
  return flip | ((dx + 128) << 8) | ((dy + 128) << 16)
}

/** 15 random bits → −LARGEST_SHIFT … LARGEST_SHIFT; each is met 3,640 or 3,641 times in 32,768. */
function shiftOf(bits: number): number {
  return ((bits * (2 * LARGEST_SHIFT + 1)) >>> 15) - LARGEST_SHIFT
}
