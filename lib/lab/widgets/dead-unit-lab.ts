import { ACTIVATION_NAMES, PLANAR_KINDS } from '@/lib/engine'
import { choice, flag } from '../fields/choice'
import { group, list } from '../fields/list'
import { number, whole } from '../fields/number'
import { defineWidget } from '../widget'

/** A run that is watched after every step has at most so many. */
export const MOST_WATCHED_STEPS = 5000

export const MOST_SWAPS = 4

/** After so many steps, which activation all hidden layers have; α or β, 0 and of no meaning where there is none. */
const swap = group(
  whole({ min: 0, max: MOST_WATCHED_STEPS, default: 100 }),
  choice(ACTIVATION_NAMES, 'leaky-relu'),
  number({ min: 0, max: 20, default: 0, digits: 4 }),
)

export const deadUnitLab = defineWidget({
  name: 'dead-unit-lab',
  title: 'Dead unit lab',
  summary:
    'Every unit is a cell, and a recipe that kills most of them. See which step did it, swap the activation, and count who comes back.',
  fields: {
    data: choice(PLANAR_KINDS),
    samples: whole({ min: 40, max: 600, default: 400 }),
    noise: number({ min: 0, max: 1, default: 0.05, digits: 3 }),
    draw: whole({ min: 0, max: 9999, default: 7 }),

    /** Of each hidden layer. */
    units: list(whole({ min: 1, max: 32, default: 16 }), { most: 4, default: [32] }),
    init: choice([
      'he-normal',
      'he-uniform',
      'glorot-normal',
      'glorot-uniform',
      'lecun-normal',
      'lecun-uniform',
      'orthogonal',
      'zeros',
    ]),
    gain: number({ min: 0.01, max: 10, default: 1, digits: 3 }),
    /** That every hidden unit's bias begins with. */
    bias: number({ min: -10, max: 10, default: -0.5, digits: 3 }),

    opt: choice(['sgd', 'adam']),
    lr: number({ min: 0.0001, max: 100, default: 1, digits: 4 }),
    mom: number({ min: 0, max: 0.99, default: 0.9, digits: 3 }),
    /** `drop`: a 25th of the rate from the middle of the run on. */
    plan: choice(['constant', 'drop']),
    batch: whole({ min: 1, max: 256, default: 32 }),
    epochs: whole({ min: 1, max: 500, default: 40 }),
    seed: whole({ min: 0, max: 9999, default: 2 }),

    /** It pauses by itself after so many steps; 0: it does not. */
    pause: whole({ min: 0, max: MOST_WATCHED_STEPS, default: 100 }),
    swaps: list(swap, { most: MOST_SWAPS, default: [] }),
    speed: choice(['slow', 'normal', 'fast'], 'normal'),
    /** A guess is asked for before each run. */
    predict: flag(false),
    /** The step that is shown: whoever opens the link is taken there. */
    at: whole({ min: 0, max: MOST_WATCHED_STEPS, default: 0 }),
    /** Which unit is looked into, counted from 1 through all layers; 0: none. */
    unit: whole({ min: 0, max: 128, default: 0 }),
  },
  contradictions: ({ units }) =>
    units.length === 0 ? [{ key: 'units', message: 'there has to be a hidden layer for units to die in' }] : [],
})
