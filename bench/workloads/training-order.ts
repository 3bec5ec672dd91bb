import { createTrainer, type Dataset, type ExperimentSpec } from '@/lib/engine'

/**
 * The order in which the engine takes `count` examples, epoch after epoch, so that peers can take them likewise. It is
 * seen from outside: in a model that only says 0, on targets 0, 1, 2 … and batches of one, the loss is the target's
 * square, and so tells which example it was. The order depends on seed, epoch and count, not on model or batch.
 */
export function trainingOrder({ seed, count, epochs }: { seed: number; count: number; epochs: number }): Uint32Array {
  const examples = (labels: Float32Array) => ({ inputs: new Float32Array(labels.length), labels, count: labels.length })
  const dataset: Dataset = {
    name: 'indices',
    inputShape: [1],
    classes: null,
    train: examples(Float32Array.from({ length: count }, (_, index) => index)),
    validation: examples(new Float32Array(1)),
    hash: '',
  }
  const spec: ExperimentSpec = {
    version: 1,
    data: { kind: 'function', name: 'sine', samples: count + 1, noise: 0, seed, validation: 1 / (count + 1) },
    model: [{ layer: 'linear', units: 1, init: 'zeros' }],
    loss: { kind: 'mse' },
    // So small that the bias stays 0 for every purpose here.
    optimizer: { kind: 'sgd', learningRate: 1e-30 },
    batch: 1,
    epochs,
    seeds: [seed],
  }
  const order: number[] = []
  for (const report of createTrainer({ spec, seed, dataset }).run()) {
    if (report.status === 'stepped') order.push(Math.round(Math.sqrt(report.loss)))
  }
  return Uint32Array.from(order)
}
