/** jax-js 0.1.25 on its wasm backend, one jitted function a step: `jax-js.ts <setup>`. Images are channels first there. */
import { defaultDevice, init, jit, lax, nn, numpy as np, tree, valueAndGrad } from '@jax-js/jax'
import { Batches, weightReader } from '../contestants/batches'
import { type Contestant, type Start, serve } from '../contestants/serve'

type Arr = ReturnType<typeof np.zeros>
type Params = { w: Arr; b: Arr }[]
type Layer = (x: Arr, params: Params) => Arr

const ACTIVATIONS: Record<string, (x: Arr) => Arr> = {
  relu: (x) => nn.relu(x),
  tanh: (x) => np.tanh(x),
  swish: (x) => nn.silu(x),
  gelu: (x) => nn.gelu(x, { approximate: false }),
}

function arrayOf(values: Float32Array, shape: number[]): Arr {
  return np.array(values.slice(), { dtype: np.float32 }).reshape(shape)
}

/** The model as a function of its parameters, and their values from the setup. */
function buildModel({ setup }: Start): { layers: Layer[]; params: Params } {
  const read = weightReader(setup)
  const params: Params = []
  let shape = setup.inputShape
  const layers = setup.spec.model.map((layer): Layer => {
    const at = params.length
    switch (layer.layer) {
      case 'conv2d': {
        const { channels, kernel, stride = 1 } = layer
        const [height = 0, width = 0, inputs = 0] = shape
        const stored = arrayOf(read(channels * kernel * kernel * inputs), [channels, kernel, kernel, inputs])
        params.push({ w: np.transpose(stored, [0, 3, 1, 2]), b: arrayOf(read(channels), [1, channels, 1, 1]) })
        shape = [Math.ceil(height / stride), Math.ceil(width / stride), channels]
        return (x, all) => {
          const { w, b } = all[at] as Params[number]
          return lax.convGeneralDilated(x, w, [stride, stride], 'SAME').add(b)
        }
      }
      case 'linear': {
        const features = shape.reduce((product, side) => product * side, 1)
        let w = arrayOf(read(layer.units * features), [layer.units, features])
        // Behind a flatten: the weights are for [height, width, channels], the features here [channels, height, width].
        if (shape.length === 3)
          w = np.transpose(w.reshape([layer.units, ...shape]), [0, 3, 1, 2]).reshape([layer.units, features])
        params.push({ w: np.transpose(w), b: arrayOf(read(layer.units), [layer.units]) })
        shape = [layer.units]
        return (x, all) => {
          const { w, b } = all[at] as Params[number]
          return np.dot(x, w).add(b)
        }
      }
      case 'max-pool2d': {
        const { size } = layer
        const [height = 0, width = 0, channels = 0] = shape
        shape = [Math.floor(height / size), Math.floor(width / size), channels]
        return (x) => lax.reduceWindow(x, np.max, [size, size], [size, size])
      }
      case 'flatten':
        return (x) => x.reshape([setup.spec.batch, -1])
      case 'activation': {
        const activation = ACTIVATIONS[layer.name]
        if (activation === undefined) throw new Error(`jax-js.ts has no ${layer.name}`)
        return activation
      }
      default:
        throw new Error(`jax-js.ts has no ${layer.layer}`)
    }
  })
  return { layers, params }
}

async function build(start: Start): Promise<Contestant> {
  const { setup } = start
  const devices = await init('wasm')
  if (!devices.includes('wasm')) throw new Error('its wasm backend does not start here')
  defaultDevice('wasm')
  const { spec, inputShape, classes } = setup
  const { optimizer } = spec
  const { learningRate } = optimizer
  const momentum = optimizer.kind === 'sgd' ? (optimizer.momentum ?? 0) : 0
  const { layers, params: initial } = buildModel(start)

  const loss = (params: Params, x: Arr, target: Arr): Arr => {
    const y = layers.reduce((h, layer) => layer(h, params), x)
    if (spec.loss.kind === 'mse') return np.square(y.sub(target)).mean()
    return nn
      .logSoftmax(y)
      .mul(target)
      .sum()
      .mul(-1 / spec.batch)
  }
  // Arrays are used up by what reads them; `ref` keeps one for another reader.
  const update = jit((params: Params, velocity: Params, x: Arr, target: Arr): [Params, Params, Arr] => {
    const [value, gradient] = valueAndGrad(loss)(tree.ref(params), x, target) as unknown as [Arr, Params]
    const faster = tree.map((v: Arr, g: Arr) => v.mul(momentum).add(g), velocity, gradient) as Params
    const better = tree.map((w: Arr, v: Arr) => w.sub(v.mul(learningRate)), params, tree.ref(faster)) as Params
    return [better, faster, value]
  })

  let params = initial
  let velocity = tree.map((w: Arr) => np.zeros(w.shape), tree.ref(initial)) as Params
  const batches = new Batches(setup)
  let prepared: { x: Arr; target: Arr }[] = []
  return {
    version: 'jax-js 0.1.25, wasm',
    prepare(steps) {
      for (const { x, target } of prepared) {
        x.dispose()
        target.dispose()
      }
      prepared = batches.next(steps).map(({ inputs, labels }) => {
        const x = arrayOf(inputs, [spec.batch, ...inputShape])
        return {
          x: inputShape.length === 3 ? np.transpose(x, [0, 3, 1, 2]) : x,
          target:
            spec.loss.kind === 'mse'
              ? arrayOf(
                  Float32Array.from(labels, (label) => 2 * label - 1),
                  [spec.batch, 1],
                )
              : nn.oneHot(np.array([...labels], { dtype: np.int32 }), classes.length),
        }
      })
    },
    async run(steps) {
      let value: Arr | null = null
      for (let s = 0; s < steps; s++) {
        const batch = prepared[s % prepared.length]
        if (batch === undefined) continue
        value?.dispose()
        const updated = update(params, velocity, batch.x.ref, batch.target.ref) as [Params, Params, Arr]
        params = updated[0]
        velocity = updated[1]
        value = updated[2]
      }
      return value === null ? 0 : ((await value.jsAsync()) as number)
    },
  }
}

await serve(build)
