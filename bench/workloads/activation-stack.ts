/**
 * What an activation costs in training, seen from outside the engine: a network of nothing but layers of it, 2¹⁶ values
 * a step in each, deep and shallow. The difference of the two steps is the activation's forward and derivative over
 * 2¹⁶ values, times the difference in depth; all else, the two linear layers and the update, is the same in both.
 */
import type { ActivationName, ActivationSpec, ExperimentSpec } from '@/lib/engine'

export const VALUES = 2 ** 16
export const SHALLOW = 1
export const DEEP = 9

/** Built-in activations and an expression that costs as much. */
export const EQUAL_COST: readonly [ActivationName, string][] = [
  ['relu', 'max(0, x)'],
  ['relu6', 'min(max(0, x), 6)'],
  ['leaky-relu', 'max(0.01 * x, x)'],
  ['hard-swish', 'x * min(max(x + 3, 0), 6) / 6'],
  ['sigmoid', 'sigmoid(x)'],
  ['tanh', 'tanh(x)'],
  ['swish', 'x * sigmoid(x)'],
  ['softplus', 'softplus(x)'],
  ['mish', 'x * tanh(softplus(x))'],
  ['gelu', 'x * Phi(x)'],
  ['gelu-tanh', '0.5 * x * (1 + tanh(0.7978845608028654 * (x + 0.044715 * x^3)))'],
  ['elu', 'where(x > 0, x, expm1(x))'],
  ['selu', '1.0507009873554805 * where(x > 0, x, 1.6732632423543772 * expm1(x))'],
]

export function stackOf(activation: ActivationSpec, depth: number): ExperimentSpec {
  const batch = 32
  return {
    version: 1,
    data: { kind: 'xor', samples: 4000, noise: 0.1, seed: 7, validation: 0.2 },
    model: [
      { layer: 'linear', units: VALUES / batch },
      ...Array.from({ length: depth }, () => activation),
      { layer: 'linear', units: 1 },
    ],
    loss: { kind: 'mse' },
    // Hardly moves, so that the values stay those of the first step.
    optimizer: { kind: 'sgd', learningRate: 1e-6 },
    batch,
    epochs: 100_000,
    seeds: [0],
  }
}
