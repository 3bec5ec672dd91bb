export interface Padding {
  /** Length of the output's side. */
  out: number
  /** Zeros before the input; what is missing after it is the rest of `padded`. */
  before: number
  /** Length of the side with its zeros. */
  padded: number
}

/**
 * One side of a convolution. `same`: out = ⌈side / stride⌉, the zeros shared out evenly, an odd one after the input
 * (TensorFlow's rule; for stride 1 PyTorch's padding = (kernel − 1)/2 is the same). `valid`: no zeros.
 */
export function paddingOf(
  side: number,
  { kernel, stride, padding }: { kernel: number; stride: number; padding: 'same' | 'valid' },
): Padding {
  if (padding === 'valid') {
    return { out: Math.floor((side - kernel) / stride) + 1, before: 0, padded: side }
  }
  const out = Math.ceil(side / stride)
  const missing = Math.max((out - 1) * stride + kernel - side, 0)
  return { out, before: Math.floor(missing / 2), padded: side + missing }
}
