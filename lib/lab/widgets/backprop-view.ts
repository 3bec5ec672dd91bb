import { ACTIVATION_NAMES } from '@/lib/engine'
import { choice, flag } from '../fields/choice'
import { type NumberField, number, whole } from '../fields/number'
import { defineWidget } from '../widget'

/** Units of a hidden layer, and inputs, are at most so many. */
export const MOST_UNITS = 3

const PLACES = ['1', '2', '3'] as const
type Place = (typeof PLACES)[number]

export type InputKey = `x${Place}`
/** `w2.31` leads to unit 3 of layer 2 from unit 1 of layer 1; `wo.1` from unit 1 of the last hidden layer to the output. */
export type WeightKey = `w${1 | 2}.${Place}${Place}` | `wo.${Place}`
export type BiasKey = `b${1 | 2}.${Place}` | 'bo'
export type ParameterKey = WeightKey | BiasKey

/** Weights, biases, inputs and the target run from −LARGEST to LARGEST. */
export const LARGEST = 10

/** Twelve digits, so that weights that an update made are in the link as they are. */
const value = (standard: number) => number({ min: -LARGEST, max: LARGEST, default: standard, digits: 12 })

const INPUTS: Readonly<Record<InputKey, number>> = { x1: 1, x2: 0.5, x3: -0.5 }

/** Round, all different, none that saturates. Part of every old link, as all defaults are. */
const PARAMETERS: Readonly<Record<ParameterKey, number>> = {
  'w1.11': 0.5,
  'w1.12': -0.4,
  'w1.13': 0.2,
  'w1.21': 0.3,
  'w1.22': 0.8,
  'w1.23': -0.6,
  'w1.31': -0.7,
  'w1.32': 0.6,
  'w1.33': 0.1,
  'b1.1': 0.1,
  'b1.2': -0.2,
  'b1.3': 0.3,
  'w2.11': 0.6,
  'w2.12': -0.3,
  'w2.13': 0.4,
  'w2.21': -0.5,
  'w2.22': 0.7,
  'w2.23': 0.2,
  'w2.31': 0.4,
  'w2.32': 0.9,
  'w2.33': -0.8,
  'b2.1': -0.1,
  'b2.2': 0.2,
  'b2.3': 0.1,
  'wo.1': 0.7,
  'wo.2': -0.6,
  'wo.3': 0.5,
  bo: 0.2,
}

const fieldsOf = <Key extends string>(defaults: Readonly<Record<Key, number>>) =>
  Object.fromEntries(Object.entries<number>(defaults).map(([key, standard]) => [key, value(standard)])) as Readonly<
    Record<Key, NumberField>
  >

export const backpropView = defineWidget({
  name: 'backprop-view',
  title: 'Backprop view',
  summary: 'A tiny network, forward and backward, one multiplication at a time: where every gradient comes from.',
  fields: {
    inputs: whole({ min: 1, max: MOST_UNITS, default: 2 }),
    units: whole({ min: 1, max: MOST_UNITS, default: 2 }),
    /** Of the second hidden layer; 0: there is none. */
    'more-units': whole({ min: 0, max: MOST_UNITS, default: 0 }),
    f1: choice(ACTIVATION_NAMES, 'tanh'),
    f2: choice(ACTIVATION_NAMES, 'tanh'),
    fo: choice(ACTIVATION_NAMES, 'linear'),
    loss: choice(['mse', 'mae', 'huber', 'bce-with-logits']),
    target: value(1),
    rate: number({ min: 0.001, max: 10, default: 0.1 }),
    /** How far the computation has come; more than there are means the last. */
    step: whole({ min: 0, max: 150, default: 0 }),
    /** Gradients are compared with differences. */
    check: flag(false),
    ...fieldsOf(INPUTS),
    ...fieldsOf(PARAMETERS),
  },
  contradictions: ({ loss, target }) =>
    loss === 'bce-with-logits' && (target < 0 || target > 1)
      ? [{ key: 'target', message: 'binary cross-entropy needs a “target” between 0 and 1' }]
      : [],
})
