import { expect, test } from 'vitest'
import { buildDataset, createTrainer, type ExperimentSpec, type LayerSpec, openRun } from '@/lib/engine'
import { exportKeras } from './export-keras'
import { kerasLayers } from './layers'

const linear = (units: number): LayerSpec => ({ layer: 'linear', units })
const PLANAR: ExperimentSpec = {
  version: 1,
  data: { kind: 'moons', samples: 60, noise: 0.1, seed: 1, validation: 0.2 },
  model: [
    linear(3),
    { layer: 'activation', name: 'swish', learnt: true },
    { layer: 'activation', name: 'leaky-relu', alpha: 0.2 },
    linear(3),
    { layer: 'residual', from: 1 },
    linear(1),
  ],
  loss: { kind: 'bce-with-logits', positiveWeight: 2 },
  optimizer: { kind: 'adam', learningRate: 0.01, weightDecay: 0.1, clipNorm: 1 },
  schedule: { kind: 'step', everySteps: 4, factor: 0.5 },
  batch: 8,
  epochs: 2,
  seeds: [3],
}
const IMAGES: ExperimentSpec = {
  ...PLANAR,
  data: { kind: 'drawn-ten', train: 16, validation: 4, seed: 1 },
  model: [
    { layer: 'conv2d', channels: 4, kernel: 3, stride: 2 },
    { layer: 'batch-norm' },
    { layer: 'activation', name: 'gelu-tanh' },
    { layer: 'max-pool2d', size: 3, stride: 2 },
    { layer: 'conv2d', channels: 2, kernel: 3, padding: 1 },
    { layer: 'flatten' },
    linear(10),
    { layer: 'softmax', temperature: 2 },
  ],
  loss: { kind: 'softmax-cross-entropy', labelSmoothing: 0.1 },
  optimizer: { kind: 'sgd', learningRate: 0.1, momentum: 0.9, nesterov: true },
  schedule: { kind: 'cosine', warmupSteps: 1 },
}

function openingOf(spec: ExperimentSpec) {
  const dataset = buildDataset(spec.data)
  return openRun(createTrainer({ spec, seed: 3, dataset }), { spec, seed: 3, dataset }, 10)
}

function codeOf(spec: ExperimentSpec): string {
  const [script] = exportKeras(openingOf(spec), 'A title')
  return new TextDecoder().decode(script?.bytes)
}

/** From a line that begins so to the next empty pair of lines. */
const blockOf = (code: string, start: string) => code.slice(code.indexOf(start)).split('\n\n\n')[0]

test('a functional model, its optimizer with decay in the gradient, a loss of our own', () => {
  const code = codeOf(PLANAR)
  expect(blockOf(code, 'def build_model')).toBe(`def build_model():
    inputs = x = keras.Input((2,))
    x = layers.Dense(3, name="linear_0")(x)
    x = LearntSwish(name="swish_1")(x)
    skip_1 = x
    x = layers.LeakyReLU(negative_slope=0.2, name="leaky_relu_2")(x)
    x = layers.Dense(3, name="linear_3")(x)
    x = layers.add([x, skip_1])
    x = layers.Dense(1, name="linear_5")(x)
    return keras.Model(inputs, x)`)
  expect(blockOf(code, 'def loss_function')).toBe(`def loss_function(targets, logits):
    towards_one = 2.0 * targets * ops.softplus(-logits)
    return ops.mean(towards_one + (1 - targets) * ops.softplus(logits), axis=-1)`)
  expect(
    blockOf(code, 'class WithDecay(keras.optimizers.Adam)'),
  ).toContain(`        is_slope = "prelu" in variable.path or "swish" in variable.path
        decayed = gradient if is_slope else gradient + 0.1 * variable
        super().update_step(decayed, variable, learning_rate)`)
  expect(
    blockOf(code, 'def main'),
  ).toContain(`    learning_rate = keras.optimizers.schedules.ExponentialDecay(0.01, decay_steps=4, decay_rate=0.5, staircase=True)
    # Keras adds epsilon before it corrects the second moment, PyTorch and Nonlinear behind it.
    optimizer = WithDecay(learning_rate=learning_rate, epsilon=1e-8, global_clipnorm=1.0)
    model.compile(optimizer=optimizer, loss=loss_function)`)
  expect(code).toContain('train_on_batch(batches["inputs"][step], ops.expand_dims(ops.cast(labels, "float32"), -1))')
})

test('a model of images in a row: padding, the kept part of running statistics, the tanh form of GELU', () => {
  const code = codeOf(IMAGES)
  expect(blockOf(code, 'def build_model')).toBe(`def build_model():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            layers.Conv2D(4, 3, strides=2, padding="same", name="conv2d_0"),
            layers.BatchNormalization(momentum=0.9, epsilon=0.00001, name="batch_norm_1"),
            layers.Activation(gelu_tanh, name="gelu_tanh_2"),
            layers.MaxPooling2D(3, strides=2, name="max_pool2d_3"),
            layers.ZeroPadding2D(1, name="pad_4"),
            layers.Conv2D(2, 3, name="conv2d_4"),
            layers.Flatten(name="flatten_5"),
            layers.Dense(10, name="linear_6"),
            layers.Rescaling(1 / 2.0, name="temperature_7"),
            layers.Softmax(name="softmax_7"),
        ]
    )`)
  expect(code).toContain('def gelu_tanh(x):\n    return keras.activations.gelu(x, approximate=True)')
  expect(blockOf(code, 'class Schedule')).toBe(`class Schedule(keras.optimizers.schedules.LearningRateSchedule):
    def __call__(self, step):
        step = ops.cast(step, "float32")
        warm = 0.1 * (step + 1) / 2
        after = 0.1 * (1 + ops.cos(math.pi * (step - 1) / 3)) / 2
        return ops.where(step < 1, warm, after)`)
  expect(code).toContain('optimizer = keras.optimizers.SGD(learning_rate=learning_rate, momentum=0.9, nesterov=True)')
  expect(code).toContain('loss=keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=0.1)')
  expect(code).toContain('import math\n')
})

test('weights lie as set_weights takes them: inputs first, outputs last; running statistics behind scale and shift', () => {
  const opening = openingOf(IMAGES)
  const { layers } = kerasLayers(opening)
  expect(
    layers
      .filter(({ weights }) => weights.length > 0)
      .map(({ name, weights }) => [name, weights.map(({ shape }) => shape)]),
  ).toEqual([
    ['conv2d_0', [[3, 3, 3, 4], [4]]],
    ['batch_norm_1', [[4], [4], [4], [4]]],
    ['conv2d_4', [[3, 3, 4, 2], [2]]],
    ['linear_6', [[98, 10], [10]]],
  ])
  const ours = opening.weights.find(({ name }) => name === '0.weight')?.values ?? new Float32Array()
  const theirs = layers.find(({ name }) => name === 'conv2d_0')?.weights[0]?.values ?? []
  // [out, row, column, in] at (3, 2, 1, 2), against [row, column, in, out].
  expect(theirs[((2 * 3 + 1) * 3 + 2) * 4 + 3]).toBe(ours[((3 * 3 + 2) * 3 + 1) * 3 + 2])
  const learnt = kerasLayers(
    openingOf({ ...PLANAR, model: [linear(3), { layer: 'activation', name: 'prelu', learnt: true }, linear(1)] }),
  )
  expect(learnt.layers[1]?.weights[0]).toEqual({ type: 'float32', shape: [1], values: Float32Array.of(0.25) })
})

test.each<[string, Partial<ExperimentSpec>, RegExp]>([
  [
    'a swap of an activation',
    { interventions: [{ atStep: 5, layer: 2, activation: { name: 'relu' } }] },
    /Layer 2's activation is swapped after step 5, which a compiled Keras model cannot do\. Export to PyTorch/,
  ],
  [
    'a branch without a slope where it is not taken',
    {
      model: [
        linear(3),
        { layer: 'activation', name: 'expression', expression: 'where(x > 0.1, sqrt(x), 0)' },
        linear(1),
      ],
    },
    /Layer 1 \(activation\): the branch sqrt\(x\) has no value or slope at some x .* NaN in Keras\. Export to PyTorch/,
  ],
])('%s is refused in a sentence that names the layer', (_title, changes, message) => {
  expect(() => exportKeras(openingOf({ ...PLANAR, ...changes }), '')).toThrow(message)
})
