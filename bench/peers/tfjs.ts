/** TensorFlow.js 4.22, without its layers: `tfjs.ts <setup> <threads> <wasm|cpu> [taps|conv]`. */
import { createRequire } from 'node:module'
import path from 'node:path'
import * as tf from '@tensorflow/tfjs'
import { setWasmPaths, version_wasm } from '@tensorflow/tfjs-backend-wasm'
import { Batches, weightReader } from '../contestants/batches'
import { type Contestant, type Start, serve } from '../contestants/serve'
import { type FilterGradient, registerFilterGradient } from './tfjs-conv-filter-gradient'

const [backend = 'cpu', way = 'conv'] = process.argv.slice(4)

async function prepareBackend(): Promise<string> {
  if (backend === 'wasm') {
    const main = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm')
    setWasmPaths(`${path.join(path.dirname(main), '../wasm-out')}/`)
    registerFilterGradient(way as FilterGradient)
  }
  if (!(await tf.setBackend(backend))) throw new Error(`the backend ${backend} does not start here`)
  if (backend === 'cpu') return `tfjs ${tf.version.tfjs}, cpu`
  const simd = await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT')
  return `tfjs ${version_wasm}, wasm${simd ? ' with SIMD' : ''}, filter gradient by ${way}`
}

const ACTIVATIONS: Record<string, (x: tf.Tensor) => tf.Tensor> = {
  relu: (x) => tf.relu(x),
  tanh: (x) => tf.tanh(x),
  swish: (x) => tf.mul(x, tf.sigmoid(x)),
  gelu: (x) => tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1)),
}

/** The model as one function, its variables filled from the setup. */
function buildModel({ setup }: Start): (x: tf.Tensor) => tf.Tensor {
  const read = weightReader(setup)
  const bias = (length: number) => tf.variable(tf.tensor1d(read(length)))
  let shape = setup.inputShape
  const layers = setup.spec.model.map((layer): ((x: tf.Tensor) => tf.Tensor) => {
    switch (layer.layer) {
      case 'conv2d': {
        const { channels, kernel, stride = 1 } = layer
        const [height = 0, width = 0, inputs = 0] = shape
        const stored = tf.tensor4d(read(channels * kernel * kernel * inputs), [channels, kernel, kernel, inputs])
        const w = tf.variable(tf.transpose(stored, [1, 2, 3, 0]) as tf.Tensor4D)
        const b = bias(channels)
        shape = [Math.ceil(height / stride), Math.ceil(width / stride), channels]
        return (x) => tf.add(tf.conv2d(x as tf.Tensor4D, w, stride, 'same'), b)
      }
      case 'linear': {
        const [inputs = 0] = shape
        const w = tf.variable(tf.transpose(tf.tensor2d(read(layer.units * inputs), [layer.units, inputs])))
        const b = bias(layer.units)
        shape = [layer.units]
        return (x) => tf.add(tf.matMul(x, w), b)
      }
      case 'max-pool2d': {
        const [height = 0, width = 0, channels = 0] = shape
        shape = [Math.floor(height / layer.size), Math.floor(width / layer.size), channels]
        return (x) => tf.maxPool(x as tf.Tensor4D, layer.size, layer.size, 'valid')
      }
      case 'flatten': {
        const size = shape.reduce((product, side) => product * side, 1)
        shape = [size]
        return (x) => tf.reshape(x, [-1, size])
      }
      case 'activation': {
        const activation = ACTIVATIONS[layer.name]
        if (activation === undefined) throw new Error(`tfjs.ts has no ${layer.name}`)
        return activation
      }
      default:
        throw new Error(`tfjs.ts has no ${layer.layer}`)
    }
  })
  return (x) => layers.reduce((y, layer) => layer(y), x)
}

async function build(start: Start): Promise<Contestant> {
  const { setup, threads } = start
  if (threads !== 1) throw new Error('tfjs has one thread in Node')
  const version = await prepareBackend()
  const model = buildModel(start)
  const { spec, inputShape, classes } = setup
  const { optimizer: settings } = spec
  const momentum = settings.kind === 'sgd' ? (settings.momentum ?? 0) : 0
  const optimizer =
    momentum > 0 ? tf.train.momentum(settings.learningRate, momentum) : tf.train.sgd(settings.learningRate)
  const batches = new Batches(setup)
  let prepared: { x: tf.Tensor; target: tf.Tensor }[] = []

  const targetOf = (labels: Uint8Array) =>
    spec.loss.kind === 'mse'
      ? tf.tensor2d(Array.from(labels, (label) => [2 * label - 1]))
      : tf.tidy(() => tf.cast(tf.oneHot(tf.tensor1d(labels, 'int32'), classes.length), 'float32'))
  const lossOf = (target: tf.Tensor, y: tf.Tensor) =>
    spec.loss.kind === 'mse' ? tf.losses.meanSquaredError(target, y) : tf.losses.softmaxCrossEntropy(target, y)

  return {
    version,
    prepare(steps) {
      tf.dispose(prepared)
      prepared = batches.next(steps).map(({ inputs, labels }) => ({
        x: tf.tensor(inputs, [spec.batch, ...inputShape]),
        target: targetOf(labels),
      }))
    },
    async run(steps) {
      let loss = 0
      for (let s = 0; s < steps; s++) {
        const batch = prepared[s % prepared.length]
        if (batch === undefined) continue
        const last = s === steps - 1
        const value = optimizer.minimize(() => lossOf(batch.target, model(batch.x)) as tf.Scalar, last)
        if (value !== null) {
          loss = (await value.data())[0] ?? Number.NaN
          value.dispose()
        }
      }
      return loss
    },
  }
}

await serve(build)
