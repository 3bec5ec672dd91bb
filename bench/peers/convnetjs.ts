/** ConvNetJS 0.3.0 (2014), in double precision and one example at a time, as it is made: `convnetjs.ts <setup>`. */
import { createRequire } from 'node:module'
import { Batches, weightReader } from '../contestants/batches'
import { type Contestant, type Start, serve } from '../contestants/serve'

interface Vol {
  w: Float64Array | number[]
}
interface Layer {
  layer_type: string
  filters?: Vol[]
  biases?: Vol
}
interface Net {
  layers: Layer[]
  makeLayers(definitions: object[]): void
  forward(x: Vol): Vol
}
interface ConvNetJs {
  Net: new () => Net
  Vol: new (width: number, height: number, depth: number, value: number) => Vol
  TanhLayer: new (options: object) => Layer
  Trainer: new (net: Net, options: object) => { train(x: Vol, target: number | number[]): { cost_loss: number } }
}
const convnetjs = createRequire(import.meta.url)('convnetjs') as ConvNetJs

/** Its own words for the layers. `softmax` and `regression` bring their own fully connected layer. */
function definitionsOf({ setup }: Start): object[] {
  const [height, width, depth] = setup.inputShape.length === 3 ? setup.inputShape : [1, 1, ...setup.inputShape]
  const definitions: Record<string, unknown>[] = [{ type: 'input', out_sx: width, out_sy: height, out_depth: depth }]
  for (const layer of setup.spec.model) {
    switch (layer.layer) {
      case 'conv2d': {
        const pad = (layer.kernel - 1) / 2
        definitions.push({ type: 'conv', sx: layer.kernel, filters: layer.channels, stride: layer.stride ?? 1, pad })
        break
      }
      case 'linear':
        definitions.push({ type: 'fc', num_neurons: layer.units })
        break
      case 'max-pool2d':
        definitions.push({ type: 'pool', sx: layer.size, stride: layer.size })
        break
      case 'activation': {
        const before = definitions.at(-1)
        if (before === undefined || !['relu', 'tanh'].includes(layer.name))
          throw new Error(`ConvNetJS has no ${layer.name}`)
        before.activation = layer.name
        break
      }
      case 'flatten':
        break
      default:
        throw new Error(`convnetjs.ts has no ${layer.layer}`)
    }
  }
  const last = definitions.pop() ?? {}
  if (setup.spec.loss.kind === 'mse') definitions.push({ type: 'regression', num_neurons: last.num_neurons })
  else definitions.push({ type: 'softmax', num_classes: last.num_neurons })
  return definitions
}

function build(start: Start): Contestant {
  const { setup } = start
  const { spec, inputShape } = setup
  const net = new convnetjs.Net()
  net.makeLayers(definitionsOf(start))
  const isRegression = spec.loss.kind === 'mse'
  if (isRegression) {
    // Its regression puts nothing after the last fully connected layer; this network has a tanh there.
    net.layers.splice(-1, 0, new convnetjs.TanhLayer({ in_sx: 1, in_sy: 1, in_depth: 1 }))
  }
  // Its filters lie as [height, width, depth] each, as ours do.
  const read = weightReader(setup)
  for (const { filters, biases } of net.layers) {
    if (filters === undefined || biases === undefined) continue
    for (const filter of filters) fill(filter, read(filter.w.length))
    fill(biases, read(biases.w.length))
  }
  const { optimizer } = spec
  const trainer = new convnetjs.Trainer(net, {
    method: 'sgd',
    // It reports 2d² of a difference d, of which it takes the gradient d: everybody else's d² has 2d.
    learning_rate: optimizer.learningRate * (isRegression ? 2 : 1),
    momentum: optimizer.kind === 'sgd' ? (optimizer.momentum ?? 0) : 0,
    batch_size: spec.batch,
    l2_decay: 0,
  })
  const [height = 1, width = 1, depth = 1] = inputShape.length === 3 ? inputShape : [1, 1, ...inputShape]
  const batches = new Batches(setup)
  let prepared: { xs: Vol[]; targets: (number | number[])[] }[] = []
  return {
    version: 'ConvNetJS 0.3.0',
    prepare(steps) {
      prepared = batches.next(steps).map(({ inputs, labels }) => ({
        xs: Array.from(labels, (_, n) => {
          const vol = new convnetjs.Vol(width, height, depth, 0)
          const size = inputs.length / labels.length
          fill(vol, inputs.subarray(n * size, (n + 1) * size))
          return vol
        }),
        targets: Array.from(labels, (label) => (isRegression ? [2 * label - 1] : label)),
      }))
    },
    run(steps) {
      let loss = 0
      for (let s = 0; s < steps; s++) {
        const batch = prepared[s % prepared.length]
        if (batch === undefined) continue
        loss = 0
        for (let n = 0; n < spec.batch; n++) {
          loss += trainer.train(batch.xs[n] as Vol, batch.targets[n] as number).cost_loss / spec.batch
        }
      }
      return isRegression ? loss / 2 : loss
    },
  }
}

function fill(vol: Vol, values: Float32Array): void {
  values.forEach((value, i) => {
    vol.w[i] = value
  })
}

await serve(build)
