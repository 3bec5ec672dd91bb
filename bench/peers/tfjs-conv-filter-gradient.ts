/**
 * The kernel that tfjs's wasm backend lacks: without it no convolution can be trained there ("Kernel
 * 'Conv2DBackpropFilter' not registered"). Made of kernels that the backend has, in two ways:
 *   taps: for each of the filter's positions one matrix product of the shifted input with dy;
 *   conv: one convolution whose filter is dy, the input's channels taken as examples; strides become dilations.
 * Both are checked against the cpu backend's own kernel (check-filter-gradient.ts).
 */
import * as tf from '@tensorflow/tfjs'

export const FILTER_GRADIENTS = ['taps', 'conv'] as const
export type FilterGradient = (typeof FILTER_GRADIENTS)[number]

type Filter = [height: number, width: number, inputs: number, outputs: number]

export function registerFilterGradient(way: FilterGradient): void {
  tf.registerKernel({
    kernelName: 'Conv2DBackpropFilter',
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs }) => {
      const { strides, pad, dataFormat, filterShape } = attrs as unknown as tf.Conv2DBackpropFilterAttrs
      if (pad !== 'same' || dataFormat !== 'NHWC') throw new Error(`no ${pad} padding in ${dataFormat} here`)
      const [stride] = [strides].flat() as [number]
      const engine = tf.engine()
      const { x, dy } = inputs as { x: tf.TensorInfo; dy: tf.TensorInfo }
      return tf.tidy(() =>
        filterGradient(
          engine.makeTensorFromTensorInfo(x) as tf.Tensor4D,
          engine.makeTensorFromTensorInfo(dy) as tf.Tensor4D,
          filterShape as Filter,
          stride,
          way,
        ),
      )
    },
  })
}

function filterGradient(
  x: tf.Tensor4D,
  dy: tf.Tensor4D,
  filter: Filter,
  stride: number,
  way: FilterGradient,
): tf.Tensor {
  const [height, width, inputs, outputs] = filter
  const [examples, rows, columns] = dy.shape
  const padded = tf.pad(x, [
    [0, 0],
    padding(x.shape[1], rows, height, stride),
    padding(x.shape[2], columns, width, stride),
    [0, 0],
  ])
  if (way === 'conv') {
    const y = tf.conv2d(
      tf.transpose(padded, [3, 1, 2, 0]) as tf.Tensor4D,
      tf.transpose(dy, [1, 2, 0, 3]) as tf.Tensor4D,
      1,
      'valid',
      'NHWC',
      [stride, stride],
    )
    return tf.transpose(tf.slice(y, [0, 0, 0, 0], [inputs, height, width, outputs]), [1, 2, 0, 3])
  }
  const gradients = tf.reshape(dy, [examples * rows * columns, outputs])
  const products: tf.Tensor[] = []
  for (let i = 0; i < height; i++) {
    for (let j = 0; j < width; j++) {
      const end = [examples, i + (rows - 1) * stride + 1, j + (columns - 1) * stride + 1, inputs]
      const shifted = tf.stridedSlice(padded, [0, i, j, 0], end, [1, stride, stride, 1])
      products.push(tf.matMul(tf.reshape(shifted, [examples * rows * columns, inputs]), gradients, true, false))
    }
  }
  return tf.reshape(tf.stack(products), filter)
}

/** TensorFlow's `same`: the odd zero comes last. */
function padding(side: number, out: number, kernel: number, stride: number): [number, number] {
  const missing = Math.max((out - 1) * stride + kernel - side, 0)
  return [Math.floor(missing / 2), Math.ceil(missing / 2)]
}
