/**
 * What is exported and run by PyTorch: every layer, activation, loss, optimizer and schedule of the engine, and the places
 * where PyTorch's order of numbers is another one.
 */
import {
  ACTIVATION_NAMES,
  type DataSpec,
  type ExperimentSpec,
  type LayerSpec,
  type LossSpec,
  type OptimizerSpec,
  type ScheduleSpec,
} from '@/lib/engine'

export interface ExportCase {
  name: string
  spec: ExperimentSpec
}

const SGD: OptimizerSpec = { kind: 'sgd', learningRate: 0.05, momentum: 0.9 }
const MOONS: DataSpec = { kind: 'moons', samples: 160, noise: 0.15, seed: 4, validation: 0.2 }
const BLOBS: DataSpec = { kind: 'gaussians', samples: 160, noise: 0.4, seed: 4, validation: 0.2, classes: 3, ratio: 3 }
const CURVE: DataSpec = { kind: 'function', name: 'sine', samples: 160, noise: 0.05, seed: 4, validation: 0.2 }
const IMAGES: DataSpec = { kind: 'drawn-ten', train: 80, validation: 10, seed: 1, augment: ['flip', 'shift'] }

export const linear = (units: number): LayerSpec => ({ layer: 'linear', units, initialBias: 0.05 })
export const conv = (channels: number, kernel = 3, more: object = {}): LayerSpec => ({
  layer: 'conv2d',
  channels,
  kernel,
  ...more,
})
const flatten: LayerSpec = { layer: 'flatten' }
const pool: LayerSpec = { layer: 'max-pool2d', size: 2 }
const relu: LayerSpec = { layer: 'activation', name: 'relu' }
const tanh: LayerSpec = { layer: 'activation', name: 'tanh' }
const written = (expression: string): LayerSpec => ({ layer: 'activation', name: 'expression', expression })

export function planar(model: LayerSpec[], changes: Partial<ExperimentSpec> = {}): ExperimentSpec {
  const loss: LossSpec = { kind: 'softmax-cross-entropy' }
  return { version: 1, data: MOONS, model, loss, optimizer: SGD, batch: 12, epochs: 2, seeds: [6], ...changes }
}

const images = (model: LayerSpec[], changes: Partial<ExperimentSpec> = {}) =>
  planar([...model, linear(10)], { data: IMAGES, batch: 8, optimizer: { ...SGD, learningRate: 0.01 }, ...changes })

const between = (...layers: LayerSpec[]) => planar([linear(8), ...layers, linear(2)])

const ACTIVATIONS: ExportCase[] = ACTIVATION_NAMES.flatMap((name): ExportCase[] => {
  const plain = {
    name: `activation ${name}`,
    spec: between({ layer: 'activation', name }, linear(7), { layer: 'activation', name }),
  }
  if (name === 'swish' || name === 'prelu') {
    const parameters = name === 'swish' ? { beta: 1.7 } : { alpha: 0.4 }
    const learnt: LayerSpec = { layer: 'activation', name, ...parameters, learnt: true }
    return [
      plain,
      { name: `activation ${name} of another parameter`, spec: between({ layer: 'activation', name, ...parameters }) },
      { name: `activation ${name}, learnt`, spec: between(learnt) },
      {
        name: `activation ${name}, learnt, with weight decay`,
        spec: { ...between(learnt), optimizer: { ...SGD, weightDecay: 0.1 } },
      },
      { name: `activation ${name}, learnt, on images`, spec: images([conv(4, 3, { stride: 2 }), learnt, flatten]) },
    ]
  }
  if (name !== 'leaky-relu' && name !== 'elu') return [plain]
  return [
    plain,
    { name: `activation ${name} of another alpha`, spec: between({ layer: 'activation', name, alpha: 0.3 }) },
  ]
})

/** Each function of the language at least once. */
const WRITTEN: ExportCase[] = [
  'x * sigmoid(1.702 * x)',
  'max(0, x) - 0.5 * min(x, 1, 2)',
  'where(x > 0, log1p(x), x / (1 + abs(x)))',
  'where(x <= 1, x^3 / 3, sqrt(x) - exp(0) / 3 * 2)',
  'x * Phi(x) + erf(x / 2) * tanh(x)',
  'softplus(x) - log(2) + sin(pi * x) / 4 + cos(x) * sign(x) * 0.1',
  'silu(x) + gelu(x) + mish(x) - relu(-x) + clamp(x, -1, 1)',
  '2^x / (1 + exp(x)) + expm1(-abs(x)) - e',
  '-x^2 / (1 + x^2) + clamp(x, -abs(x) / 2, max(1, sigmoid(2)))',
].map((expression) => ({ name: `activation ${expression}`, spec: between(written(expression)) }))

const LAYERS: ExportCase[] = [
  {
    name: 'layer norm, dropout, alpha dropout, residual',
    spec: between(
      { layer: 'layer-norm', epsilon: 1e-3 },
      { layer: 'dropout', rate: 0.3 },
      tanh,
      { layer: 'alpha-dropout', rate: 0.2 },
      { layer: 'residual', from: 0 },
    ),
  },
  {
    name: 'batch norm',
    spec: between({ layer: 'batch-norm', momentum: 0.3, epsilon: 1e-3 }, relu, linear(5), { layer: 'batch-norm' }),
  },
  {
    name: 'softmax at a temperature',
    spec: planar([linear(6), tanh, linear(2), { layer: 'softmax', temperature: 0.5 }], { loss: { kind: 'mse' } }),
  },
  { name: 'softmax before cross-entropy', spec: planar([linear(2), { layer: 'softmax' }]) },
  {
    name: 'convolutions, same, even and odd',
    spec: images([conv(4, 2), relu, conv(5, 3, { stride: 2 }), tanh, conv(3, 4, { stride: 3 }), flatten]),
  },
  {
    name: 'convolutions, valid and padded by number',
    spec: images([
      conv(4, 5, { stride: 2, padding: 'valid' }),
      relu,
      conv(5, 3, { padding: 2 }),
      tanh,
      conv(3, 3, { stride: 2, padding: 1 }),
      flatten,
    ]),
  },
  {
    name: 'pools',
    spec: images([
      conv(4),
      relu,
      { layer: 'max-pool2d', size: 3, stride: 2 },
      conv(6),
      tanh,
      { layer: 'avg-pool2d', size: 3, stride: 2 },
      { layer: 'avg-pool2d', size: 2 },
      flatten,
    ]),
  },
  {
    name: 'the reference CNN, smaller',
    spec: images([conv(4), relu, pool, conv(8), relu, pool, conv(8), relu, pool, flatten]),
  },
  {
    name: 'global average pool',
    spec: images([
      conv(6, 3, { stride: 2 }),
      { layer: 'batch-norm' },
      relu,
      { layer: 'layer-norm' },
      { layer: 'global-average-pool' },
    ]),
  },
  {
    name: 'images: dropout of both kinds and a residual',
    spec: images([
      conv(4, 3, { stride: 2 }),
      { layer: 'dropout', rate: 0.4 },
      tanh,
      { layer: 'alpha-dropout', rate: 0.1 },
      { layer: 'residual', from: 0 },
      flatten,
      { layer: 'dropout', rate: 0.2 },
    ]),
  },
  {
    name: 'flattened images through norms, then linear',
    spec: images([conv(3, 3, { stride: 4 }), flatten, { layer: 'batch-norm' }, relu, { layer: 'layer-norm' }]),
  },
  {
    name: 'flattened images added to a linear layer',
    spec: images([conv(3, 3, { stride: 8 }), flatten, tanh, linear(48), { layer: 'residual', from: 2 }]),
  },
  {
    name: 'flattened images to the end',
    spec: planar(
      [
        conv(5, 3, { stride: 16 }),
        { layer: 'max-pool2d', size: 1, stride: 1 },
        conv(10, 2, { padding: 'valid' }),
        flatten,
      ],
      { data: IMAGES, batch: 8 },
    ),
  },
  {
    name: 'exact zeros at a kink',
    spec: images([
      conv(4, 3, { stride: 2 }),
      { layer: 'activation', name: 'leaky-relu', alpha: 0.3 },
      conv(4, 3, { stride: 2 }),
      written('max(x, 0.2 * x) + abs(x)'),
      flatten,
    ]),
  },
  { name: 'flattened at once', spec: images([flatten, linear(12), relu]) },
  {
    name: 'an activation swapped on its way',
    spec: {
      ...between(relu, linear(6), tanh),
      interventions: [
        { atStep: 3, layer: 1, activation: { name: 'leaky-relu', alpha: 0.2 } },
        { atStep: 5, layer: 3, activation: { name: 'swish', beta: 2 } },
      ],
    },
  },
]

const classes = (loss: LossSpec): ExportCase => ({
  name: `loss ${JSON.stringify(loss)}`,
  spec: planar([linear(6), tanh, linear(3)], { data: BLOBS, loss }),
})
const twoClasses = (loss: LossSpec): ExportCase => ({
  name: `loss ${JSON.stringify(loss)}, one output`,
  spec: planar([linear(6), tanh, linear(1)], { loss }),
})
const regression = (loss: LossSpec): ExportCase => ({
  name: `loss ${JSON.stringify(loss)}, regression`,
  spec: planar([linear(6), tanh, linear(1)], { data: CURVE, loss }),
})

const DIFFERENCES: LossSpec[] = [{ kind: 'mse' }, { kind: 'mae' }, { kind: 'huber' }, { kind: 'huber', delta: 0.3 }]
const LOSSES: ExportCase[] = [
  ...[{}, { classWeights: [0.2, 1, 3] }, { labelSmoothing: 0.2 }, { focalGamma: 2 }].map((options) =>
    classes({ kind: 'softmax-cross-entropy', ...options }),
  ),
  classes({ kind: 'softmax-cross-entropy', classWeights: [0.2, 1, 3], labelSmoothing: 0.1 }),
  classes({ kind: 'softmax-cross-entropy', classWeights: [0.2, 1, 3], labelSmoothing: 0.1, focalGamma: 0.5 }),
  classes({ kind: 'softmax-twice' }),
  ...[{}, { positiveWeight: 3 }, { labelSmoothing: 0.1 }, { positiveWeight: 0.4, labelSmoothing: 0.2 }].map((options) =>
    twoClasses({ kind: 'bce-with-logits', ...options }),
  ),
  ...DIFFERENCES.flatMap((loss) => [classes(loss), twoClasses(loss), regression(loss)]),
]

const OPTIMIZERS: ExportCase[] = (
  [
    { kind: 'sgd', learningRate: 0.1 },
    { kind: 'sgd', learningRate: 1, weightDecay: 0.01 },
    { kind: 'sgd', learningRate: 0.1, momentum: 0.8, nesterov: true, weightDecay: 0.1 },
    { kind: 'sgd', learningRate: 0.1, momentum: 0.9, clipNorm: 0.1, weightDecay: 0.1 },
    { kind: 'sgd', learningRate: 0.1, momentum: 0.9, clipValue: 0.01 },
    { kind: 'rmsprop', learningRate: 0.01 },
    { kind: 'rmsprop', learningRate: 0.01, alpha: 0.9, epsilon: 1e-4, momentum: 0.5, weightDecay: 0.1 },
    { kind: 'adam', learningRate: 0.01 },
    { kind: 'adam', learningRate: 0.03, beta1: 0.8, beta2: 0.95, epsilon: 1e-4, weightDecay: 0.1, clipNorm: 0.2 },
    { kind: 'adamw', learningRate: 0.01 },
    { kind: 'adamw', learningRate: 0.03, beta2: 0.9, weightDecay: 0.3, clipValue: 0.02 },
  ] satisfies OptimizerSpec[]
).map((optimizer) => ({
  name: `optimizer ${JSON.stringify(optimizer)}`,
  spec: { ...between(tanh, linear(6), { layer: 'activation', name: 'swish', learnt: true }), optimizer },
}))

const SCHEDULES: ExportCase[] = (
  [
    { kind: 'constant', warmupSteps: 4 },
    { kind: 'step', everySteps: 3, factor: 0.5 },
    { kind: 'step', everySteps: 2, factor: 0.3, warmupSteps: 3 },
    { kind: 'cosine' },
    { kind: 'cosine', final: 0.02 },
    { kind: 'cosine', final: 0.02, warmupSteps: 3 },
  ] satisfies ScheduleSpec[]
).map((schedule) => ({ name: `schedule ${JSON.stringify(schedule)}`, spec: { ...between(tanh), schedule } }))

export const EXPORT_CASES: readonly ExportCase[] = [
  ...ACTIVATIONS,
  ...WRITTEN,
  ...LAYERS,
  ...LOSSES,
  ...OPTIMIZERS,
  ...SCHEDULES,
]

/** How far PyTorch's losses may be from ours, relative to them. */
export function toleranceOf({ optimizer }: ExperimentSpec): number {
  return optimizer.kind === 'sgd' ? 1e-5 : 1e-4
}
