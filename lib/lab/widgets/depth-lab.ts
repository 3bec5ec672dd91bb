import { ACTIVATION_NAMES, PLANAR_KINDS } from '@/lib/engine'
import { choice, flag } from '../fields/choice'
import { group, list } from '../fields/list'
import { number, whole } from '../fields/number'
import { defineWidget } from '../widget'

export const MOST_LINES = 4

/** One kind of network that is compared: the activation of all its hidden layers, their first weights, their normalisation. */
const line = group(
  choice(ACTIVATION_NAMES, 'relu'),
  choice([
    'fitting',
    'lecun-normal',
    'lecun-uniform',
    'glorot-normal',
    'glorot-uniform',
    'he-normal',
    'he-uniform',
    'orthogonal',
    'zeros',
  ]),
  choice(['none', 'batch', 'layer']),
)

export const depthLab = defineWidget({
  name: 'depth-lab',
  title: 'Depth lab',
  summary:
    'Networks of two to fifty layers: what is left of a gradient on its way back, and of a signal on its way in, before training and while it goes on.',
  fields: {
    f: list(line, {
      most: MOST_LINES,
      default: [
        ['sigmoid', 'fitting', 'none'],
        ['tanh', 'fitting', 'none'],
        ['relu', 'fitting', 'none'],
      ],
      distinct: true,
    }),
    /** Hidden layers; the output is one more. */
    depth: whole({ min: 2, max: 50, default: 10 }),
    /** Of each hidden layer. */
    units: whole({ min: 2, max: 64, default: 16 }),
    /** The first weights of all hidden layers are multiplied by it, those of the first layer by `first` too. */
    gain: number({ min: 0.1, max: 10, default: 1, digits: 3 }),
    first: number({ min: 0.1, max: 10, default: 1, digits: 3 }),

    data: choice(PLANAR_KINDS),
    draw: whole({ min: 0, max: 9999, default: 11 }),

    opt: choice(['sgd', 'rmsprop', 'adam', 'adamw']),
    lr: number({ min: 0.00001, max: 100, default: 0.02, digits: 4 }),
    mom: number({ min: 0, max: 0.99, default: 0.9, digits: 3 }),
    /** Largest norm of the gradient; 0: as it comes. */
    clip: number({ min: 0, max: 100, default: 0, digits: 3 }),
    epochs: whole({ min: 1, max: 100, default: 30 }),

    seed: whole({ min: 0, max: 9999, default: 0 }),
    /** How many, from `seed` on. */
    seeds: whole({ min: 1, max: 5, default: 5 }),
    speed: choice(['slow', 'normal', 'fast'], 'normal'),
    /** A guess is asked for before anything is measured. */
    predict: flag(true),
    /** Which of the compared networks is looked into, counted from 0. */
    look: whole({ min: 0, max: MOST_LINES - 1, default: 0 }),
  },
  contradictions: ({ f }) => (f.length > 0 ? [] : [{ key: 'f', message: '“f” must name at least one activation' }]),
})
