import { augmentationKey, augmentationWord } from '../data/augmentation'
import { fillPermutation } from '../data/shuffle'
import type { Augment } from '../network/network'
import { createRng } from '../random/rng'
import type { AugmentName } from '../spec/data-spec'

/** In which order an epoch takes the training examples, and what happens to each on its way in: both drawn anew for each epoch. */
export class EpochOrder {
  /** Indices of examples. Always the same array. */
  readonly examples: Uint32Array
  augment: Augment | null = null
  private epoch = -1

  constructor(
    count: number,
    private readonly seed: number,
    private readonly names: readonly AugmentName[],
  ) {
    this.examples = new Uint32Array(count)
  }

  turnTo(epoch: number): void {
    if (epoch === this.epoch) return
    fillPermutation(this.examples, createRng(this.seed, 'shuffle', epoch))
    const { names } = this
    if (names.length > 0) {
      const key = augmentationKey(this.seed, epoch)
      this.augment = (example) => augmentationWord(key, example, names)
    }
    this.epoch = epoch
  }
}
