/** 2 → 8 → 8 → 1 with tanh, squared error and SGD, in simple loops over typed arrays. */
import { Batches, weightReader } from '../batches'
import type { Contestant, Start } from '../serve'

const SIZES = [2, 8, 8, 1] as const

export function plainMlp({ setup }: Start): Contestant {
  const { batch, optimizer } = setup.spec
  const { learningRate } = optimizer
  const read = weightReader(setup)
  const layers = [0, 1, 2].map((l) => {
    const inputs = SIZES[l] as number
    const outputs = SIZES[l + 1] as number
    return {
      inputs,
      outputs,
      weight: read(outputs * inputs).slice(),
      bias: read(outputs).slice(),
      /** Not its own: the batch, or what the layer before puts out. */
      x: new Float32Array(0) as Float32Array,
      y: new Float32Array(batch * outputs),
      dz: new Float32Array(batch * outputs),
    }
  })
  type Layer = (typeof layers)[number]
  for (const [l, layer] of layers.entries()) if (l > 0) layer.x = (layers[l - 1] as Layer).y
  const first = layers[0] as Layer
  const last = layers[2] as Layer

  function forward({ inputs, outputs, weight, bias, x, y }: Layer): void {
    for (let n = 0; n < batch; n++) {
      for (let j = 0; j < outputs; j++) {
        let sum = bias[j] as number
        for (let i = 0; i < inputs; i++) sum += (weight[j * inputs + i] as number) * (x[n * inputs + i] as number)
        y[n * outputs + j] = Math.tanh(sum)
      }
    }
  }

  /** From dL/dy in `dz`; writes dL/dx to `dx` if there is a layer before this one, then updates the weights. */
  function backward({ inputs, outputs, weight, bias, x, y, dz }: Layer, dx: Float32Array | null): void {
    for (let i = 0; i < batch * outputs; i++) dz[i] = (dz[i] as number) * (1 - (y[i] as number) ** 2)
    if (dx !== null) {
      for (let n = 0; n < batch; n++) {
        for (let i = 0; i < inputs; i++) {
          let sum = 0
          for (let j = 0; j < outputs; j++) sum += (weight[j * inputs + i] as number) * (dz[n * outputs + j] as number)
          dx[n * inputs + i] = sum
        }
      }
    }
    for (let j = 0; j < outputs; j++) {
      let sum = 0
      for (let n = 0; n < batch; n++) sum += dz[n * outputs + j] as number
      bias[j] = (bias[j] as number) - learningRate * sum
      for (let i = 0; i < inputs; i++) {
        let product = 0
        for (let n = 0; n < batch; n++) product += (dz[n * outputs + j] as number) * (x[n * inputs + i] as number)
        weight[j * inputs + i] = (weight[j * inputs + i] as number) - learningRate * product
      }
    }
  }

  function step(inputs: Float32Array, labels: Uint8Array): number {
    first.x = inputs
    for (const layer of layers) forward(layer)
    let loss = 0
    for (let n = 0; n < batch; n++) {
      const difference = (last.y[n] as number) - (2 * (labels[n] as number) - 1)
      loss += difference * difference
      last.dz[n] = (2 * difference) / batch
    }
    for (let l = 2; l >= 0; l--) backward(layers[l] as Layer, layers[l - 1]?.dz ?? null)
    return loss / batch
  }

  const batches = new Batches(setup)
  let prepared = batches.next(0)
  return {
    version: 'plain TypeScript, simple loops',
    prepare(steps) {
      prepared = batches.next(steps)
    },
    run(steps) {
      let loss = 0
      for (let s = 0; s < steps; s++) {
        const current = prepared[s % prepared.length]
        if (current !== undefined) loss = step(current.inputs, current.labels)
      }
      return loss
    },
  }
}
