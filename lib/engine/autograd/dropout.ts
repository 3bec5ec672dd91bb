import { ShapeError } from '../errors'
import { elementwise } from './elementwise'
import { at, type Tensor } from './tensor'

/**
 * What `keep` marks with 0 is dropped, what it marks with 1 is divided by 1 − rate, so that the expectation stays
 * (Srivastava et al. 2014, in the "inverted" form that leaves inference alone). The mask is given: a tape draws nothing.
 */
export function dropout(x: Tensor, keep: ArrayLike<number>, rate: number): Tensor {
  requireMask('dropout', x, keep)
  const factor = (i: number) => at(keep, i) / (1 - rate)
  return elementwise(
    'dropout',
    x,
    (value, i) => value * factor(i),
    (_, i) => factor(i),
  )
}

/** −λα of SELU: what SELU tends to on the left, and what alpha dropout puts in the place of what it drops. */
const SATURATION = -1.7580993408473766

/**
 * Dropout that keeps mean 0 and variance 1: the dropped become SELU's lower end, then all go through the line a·x + b
 * that restores both (Klambauer et al. 2017, arXiv:1706.02515; PyTorch's alpha_dropout).
 */
export function alphaDropout(x: Tensor, keep: ArrayLike<number>, rate: number): Tensor {
  requireMask('alpha-dropout', x, keep)
  const a = 1 / Math.sqrt((1 - rate) * (1 + rate * SATURATION * SATURATION))
  const b = -a * rate * SATURATION
  return elementwise(
    'alpha-dropout',
    x,
    (value, i) => a * (at(keep, i) === 1 ? value : SATURATION) + b,
    (_, i) => a * at(keep, i),
  )
}

function requireMask(name: string, x: Tensor, keep: ArrayLike<number>): void {
  if (keep.length !== x.data.length) {
    throw new ShapeError(
      `${name}: x is [${x.shape}], so the mask must have ${x.data.length} marks, not ${keep.length}.`,
    )
  }
}
