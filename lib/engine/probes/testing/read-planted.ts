/** Reads probes of a network whose weights and examples a test has chosen, on a backend of its choice. */
import type { Dataset } from '../../data/dataset'
import { parseActivation } from '../../expressions/written-activation'
import type { Backend } from '../../network/backend'
import { RARE_LAYERS } from '../../network/rare-layers'
import type { LayerSpec } from '../../spec/layer-spec'
import type { ExperimentSpec, LossSpec, ProbeName } from '../../spec/spec'
import { buildTrainer } from '../../training/build-trainer'
import type { EvaluatedReport } from '../../training/report'
import { PROBE_KIT } from '../probe-kit'

/** Examples as rows: inputs, and a label each. */
export interface Rows {
  inputs: ArrayLike<number>[]
  labels: number[]
}

export interface Planted {
  backend: Backend
  model: LayerSpec[]
  loss: LossSpec
  /** Default: two numbers an example. */
  inputShape?: number[]
  train: Rows
  /** Default: the training examples. */
  validation?: Rows
  /** In the order of the layers, weights before biases. */
  weights: number[][]
  probes: ProbeName[]
  /** Of a full-batch SGD. Default: 0.1. */
  learningRate?: number
}

const FLAT: ExperimentSpec['data'] = {
  kind: 'points',
  points: [
    [0, 0, 0],
    [1, 1, 1],
  ],
  seed: 0,
  validation: 0.5,
}
const IMAGES: ExperimentSpec['data'] = { kind: 'drawn-ten', seed: 0, train: 2, validation: 2 }

/** What is read before the first step, and after it. */
export function readPlanted(planted: Planted): [before: EvaluatedReport, after: EvaluatedReport] {
  const { backend, model, loss, inputShape = [2], train, validation = train, weights, probes } = planted
  const spec: ExperimentSpec = {
    version: 1,
    data: inputShape.length === 1 ? FLAT : IMAGES,
    model,
    loss,
    optimizer: { kind: 'sgd', learningRate: planted.learningRate ?? 0.1 },
    batch: train.labels.length,
    epochs: 1,
    seeds: [0],
    probes,
  }
  const dataset: Dataset = {
    name: 'planted',
    inputShape,
    classes: ['a', 'b'],
    train: examplesOf(train),
    validation: examplesOf(validation),
    hash: '',
  }
  // The spec's data stand for examples of the same shape only, which createTrainer would not accept.
  const parts = { parseActivation, probeKit: PROBE_KIT, rareLayers: RARE_LAYERS }
  const options = { spec, seed: 0, dataset, backend, evaluateAt: [0], ...parts }
  const trainer = buildTrainer(options)
  trainer.restore({ ...trainer.checkpoint(), weights: weights.map((values) => Float32Array.from(values)) })
  const evaluations = [...trainer.run()].filter((report) => report.status === 'evaluated')
  const [before, after] = evaluations
  if (before === undefined || after === undefined) throw new Error('The planted network was not evaluated twice.')
  return [before, after]
}

function examplesOf({ inputs, labels }: Rows) {
  const size = inputs[0]?.length ?? 0
  const values = new Float32Array(inputs.length * size)
  for (const [n, row] of inputs.entries()) values.set(row, n * size)
  return { inputs: values, labels: Float32Array.from(labels), count: labels.length }
}
