/** How windows of a convolution or a pool lie along one side of an image. */
export interface Windows {
  /** How many there are: the length of the output's side. */
  count: number
  /** Zeros before the input. */
  before: number
  /** Length of the side with its zeros. */
  padded: number
}

/**
 * `same`: count = ⌈side / stride⌉, the zeros shared out evenly, an odd one after the input (TensorFlow's rule; for
 * stride 1 PyTorch's padding = (size − 1)/2 is the same). `valid`: no zeros. A number: so many before and after, as in
 * PyTorch. What fills no window is dropped. Below 1 where the window is longer than the padded side.
 */
export function windowsAlong(
  side: number,
  { size, stride, padding }: { size: number; stride: number; padding: 'same' | 'valid' | number },
): Windows {
  if (padding === 'same') {
    const count = Math.ceil(side / stride)
    const missing = Math.max((count - 1) * stride + size - side, 0)
    return { count, before: Math.floor(missing / 2), padded: side + missing }
  }
  const before = padding === 'valid' ? 0 : padding
  const padded = side + 2 * before
  return { count: Math.floor((padded - size) / stride) + 1, before, padded }
}
