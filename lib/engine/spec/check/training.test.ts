import { describe, expect, test } from 'vitest'
import { checkSpec } from '../check-spec'
import type { ExperimentSpec } from '../spec'
import { sentenceAt } from '../testing/problems'
import { planar } from '../testing/specs'

const optimizer = (options: object) =>
  planar({ optimizer: { learningRate: 0.1, ...options } as ExperimentSpec['optimizer'] })
const schedule = (options: object) => planar({ schedule: options as ExperimentSpec['schedule'] })
const loss = (options: object) => planar({ loss: options as ExperimentSpec['loss'] })
/** Regression on one input. */
const regression = (kind: string, units = 1): ExperimentSpec => ({
  ...loss({ kind }),
  data: { kind: 'function', name: 'chirp', samples: 100, noise: 0, seed: 1, validation: 0.2 },
  model: [{ layer: 'linear', units }],
})

describe('no problem', () => {
  test.each<[object, ExperimentSpec]>([
    ...[
      { kind: 'sgd', momentum: 0.9, nesterov: true, weightDecay: 0.01, clipNorm: 1 },
      { kind: 'rmsprop', alpha: 0.9, epsilon: 1e-6, momentum: 0.5, weightDecay: 0.1, clipValue: 0.5 },
      { kind: 'adam', beta1: 0.8, beta2: 0.99, epsilon: 1e-7, weightDecay: 0.1 },
      { kind: 'adamw', weightDecay: 0 },
    ].map((options): [object, ExperimentSpec] => [options, optimizer(options)]),
    ...[
      { kind: 'constant', warmupSteps: 199 },
      { kind: 'step', everySteps: 50, factor: 0.1, warmupSteps: 10 },
      { kind: 'cosine', final: 0.001, warmupSteps: 10 },
    ].map((options): [object, ExperimentSpec] => [options, schedule(options)]),
    ...[
      { kind: 'softmax-cross-entropy', classWeights: [1, 3], labelSmoothing: 0.1, focalGamma: 2 },
      { kind: 'softmax-twice' },
      { kind: 'mae' },
      { kind: 'huber', delta: 0.5 },
    ].map((options): [object, ExperimentSpec] => [options, loss(options)]),
    ...['mse', 'mae', 'huber'].map((kind): [object, ExperimentSpec] => [{ kind }, regression(kind)]),
  ])('%j', (_options, spec) => {
    expect(checkSpec(spec)).toEqual([])
  })
})

describe('each fault is found at its key, with a sentence that says what to do', () => {
  test.each<[string, ExperimentSpec, string, RegExp]>([
    [
      'an unknown optimizer',
      optimizer({ kind: 'adagrad' }),
      'optimizer.kind',
      /'adagrad', which is not known; use one of sgd, rmsprop, adam, adamw/,
    ],
    [
      'a learning rate of 0',
      optimizer({ kind: 'adamw', learningRate: 0 }),
      'optimizer.learningRate',
      /learning rate is 0; use a number above 0 and up to 1,000, e.g. 0.001/,
    ],
    [
      'negative decay',
      optimizer({ kind: 'adamw', weightDecay: -1 }),
      'optimizer.weightDecay',
      /weight decay is -1; use a number from 0 to 10/,
    ],
    [
      'clipping to nothing',
      optimizer({ kind: 'sgd', clipNorm: 0 }),
      'optimizer.clipNorm',
      /clipNorm is 0; use a number above 0/,
    ],
    [
      'clipping twice',
      optimizer({ kind: 'sgd', clipNorm: 1, clipValue: 1 }),
      'optimizer.clipValue',
      /leave clipNorm or clipValue out/,
    ],
    [
      'momentum of 1',
      optimizer({ kind: 'rmsprop', momentum: 1 }),
      'optimizer.momentum',
      /momentum is 1; use a number from 0 to 0.9999/,
    ],
    ['alpha of 1', optimizer({ kind: 'rmsprop', alpha: 1 }), 'optimizer.alpha', /alpha is 1/],
    ['beta2 of 1', optimizer({ kind: 'adamw', beta2: 1 }), 'optimizer.beta2', /beta2 is 1/],
    ['epsilon of 0', optimizer({ kind: 'rmsprop', epsilon: 0 }), 'optimizer.epsilon', /epsilon is 0/],
    ['an unknown schedule', schedule({ kind: 'exponential' }), 'schedule.kind', /'exponential'/],
    [
      'warming up for ever',
      schedule({ kind: 'cosine', warmupSteps: 200 }),
      'schedule.warmupSteps',
      /takes 200 steps but the run has 200; use fewer than 200/,
    ],
    [
      'half a step of warm-up',
      schedule({ kind: 'constant', warmupSteps: 0.5 }),
      'schedule.warmupSteps',
      /warmupSteps is 0.5/,
    ],
    [
      'an unknown loss',
      loss({ kind: 'hinge' }),
      'loss.kind',
      /'hinge', which is not known; use one of softmax-cross-entropy/,
    ],
    [
      'too many class weights',
      loss({ kind: 'softmax-cross-entropy', classWeights: [1, 1, 1] }),
      'loss.classWeights',
      /3 weights for 2 classes; give one weight a class/,
    ],
    [
      'a negative class weight',
      loss({ kind: 'softmax-cross-entropy', classWeights: [1, -1] }),
      'loss.classWeights.1',
      /weight of class 1 is -1/,
    ],
    [
      'no class that counts',
      loss({ kind: 'softmax-cross-entropy', classWeights: [0, 0] }),
      'loss.classWeights',
      /all 0/,
    ],
    [
      'all smoothed',
      loss({ kind: 'softmax-cross-entropy', labelSmoothing: 1 }),
      'loss.labelSmoothing',
      /labelSmoothing is 1/,
    ],
    ['negative focus', loss({ kind: 'softmax-cross-entropy', focalGamma: -1 }), 'loss.focalGamma', /focalGamma is -1/],
    ['no delta', loss({ kind: 'huber', delta: 0 }), 'loss.delta', /delta is 0/],
    [
      'regression on classes’ loss',
      regression('softmax-twice'),
      'loss.kind',
      /softmax-twice needs classes, but the data is a regression; use mse, mae or huber/,
    ],
    [
      'regression with two outputs',
      regression('huber', 2),
      'model.0',
      /2 numbers, but a regression has 1; end it with 1 unit/,
    ],
    [
      'softmax-twice with one output',
      { ...loss({ kind: 'softmax-twice' }), model: [{ layer: 'linear', units: 1 }] },
      'model.0',
      /1 logits for 2 classes; end it with 2 units/,
    ],
    [
      'a swap where the parameter is learnt',
      {
        ...planar({}),
        model: [
          { layer: 'linear', units: 2 },
          { layer: 'activation', name: 'swish', learnt: true },
        ],
        interventions: [{ atStep: 1, layer: 1, activation: { name: 'relu' } }],
      },
      'interventions.0.layer',
      /layer 1, whose parameter is learnt/,
    ],
  ])('%s', (_title, spec, path, message) => {
    expect(sentenceAt(path, spec)).toMatch(message)
  })
})
