/** `npx tsx bench/peers/check-filter-gradient.ts`: the kernel that we added to tfjs's wasm backend against its cpu backend's own. */
import { createRequire } from 'node:module'
import path from 'node:path'
import * as tf from '@tensorflow/tfjs'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { FILTER_GRADIENTS, registerFilterGradient } from './tfjs-conv-filter-gradient'

/** [side, inputs, outputs, stride]: the convolutions of the workloads, an odd side, and a batch of 4. */
const SHAPES: [number, number, number, number][] = [
  [32, 3, 16, 1],
  [16, 16, 32, 1],
  [8, 32, 64, 1],
  [32, 3, 16, 2],
  [16, 16, 32, 2],
  [9, 5, 7, 1],
  [9, 5, 7, 2],
]
const LARGEST_ERROR = 1e-5

const main = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm')
setWasmPaths(`${path.join(path.dirname(main), '../wasm-out')}/`)

async function gradientOn(
  backend: string,
  [side, inputs, outputs, stride]: (typeof SHAPES)[number],
): Promise<Float32Array> {
  await tf.setBackend(backend)
  const out = Math.ceil(side / stride)
  const x = tf.randomNormal([4, side, side, inputs], 0, 1, 'float32', 1) as tf.Tensor4D
  const dy = tf.randomNormal([4, out, out, outputs], 0, 1, 'float32', 2) as tf.Tensor4D
  const convolve = (w: tf.Tensor) => tf.conv2d(x, w as tf.Tensor4D, stride, 'same')
  return (await tf
    .grad(convolve)(tf.zeros([3, 3, inputs, outputs]), dy)
    .data()) as Float32Array
}

let failed = false
for (const shape of SHAPES) {
  const expected = await gradientOn('cpu', shape)
  const norm = Math.hypot(...expected)
  for (const way of FILTER_GRADIENTS) {
    if (tf.getKernel('Conv2DBackpropFilter', 'wasm') !== undefined) tf.unregisterKernel('Conv2DBackpropFilter', 'wasm')
    registerFilterGradient(way)
    const found = await gradientOn('wasm', shape)
    const error = Math.hypot(...found.map((value, i) => value - (expected[i] as number))) / norm
    failed ||= !(error < LARGEST_ERROR) || found.length !== expected.length
    console.log(
      `${way.padEnd(5)} side, inputs, outputs, stride ${shape.join(', ').padEnd(14)} relative error ${error.toExponential(1)}`,
    )
  }
}
console.log(failed ? 'FAILED: the gradients differ' : `all below ${LARGEST_ERROR}`)
process.exitCode = failed ? 1 : 0
