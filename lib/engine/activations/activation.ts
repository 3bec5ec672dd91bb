/**
 * What an activation is to a reader: formula, curve, facts, sources. Each file beside this one is one activation;
 * `registry.ts` lists them. What trains is lane code of the same name: lanes/activations.
 */

export const ACTIVATION_NAMES = [
  'linear',
  'sigmoid',
  'tanh',
  'relu',
  'leaky-relu',
  'prelu',
  'elu',
  'selu',
  'softplus',
  'swish',
  'gelu',
  'gelu-tanh',
  'mish',
  'hard-swish',
  'relu6',
] as const
export type ActivationName = (typeof ACTIVATION_NAMES)[number]

export const ACTIVATION_PARAMETERS = ['alpha', 'beta'] as const
export type ActivationParameterName = (typeof ACTIVATION_PARAMETERS)[number]

/** Values of an activation's parameters by name; one left out takes its default. */
export type ActivationParameters = { [name in ActivationParameterName]?: number }

export interface ActivationParameter {
  name: ActivationParameterName
  /** As printed in formulas, e.g. `α`. */
  symbol: string
  default: number
  min: number
  max: number
}

/** The set of values taken: an end that is approached but not reached is not included. */
export interface ActivationRange {
  low: number
  high: number
  lowIncluded: boolean
  highIncluded: boolean
}

export interface Activation {
  name: ActivationName
  title: string
  /** Short label for axes and tables, e.g. `σ`. */
  symbol: string
  /** LaTeX of f(x) and of f′(x). */
  formula: string
  derivativeFormula: string
  parameters: ActivationParameter[]
  /** f and f′ in double precision, the host's Math allowed: for plots, tables and gradient checks, never for training. */
  value(x: number, p?: ActivationParameters): number
  derivative(x: number, p?: ActivationParameters): number
  /** With the default parameters, over all real x. */
  range: ActivationRange
  /** Named numbers a lesson may quote, with the default parameters. */
  facts: Record<string, number>
  sources: string[]
  /** What trains it, in float32: lanes/activations/<name>.ts, by its number in lanes/activation-ids.ts. */
  kernel: number
}
