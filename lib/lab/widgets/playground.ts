import { ACTIVATION_NAMES, LOSS_KINDS, OPTIMIZER_KINDS, PLANAR_KINDS, SCHEDULE_KINDS } from '@/lib/engine'
import { choice, flag } from '../fields/choice'
import { group, list } from '../fields/list'
import { number, whole } from '../fields/number'
import { points } from '../fields/points'
import { file, text } from '../fields/text'
import { defineWidget } from '../widget'
import { INIT_CHOICES } from './init-choices'

/** Units, activation, and its parameter: α or β, 0 and of no meaning where it has none. */
const layer = group(
  whole({ min: 1, max: 64, default: 8 }),
  choice(ACTIVATION_NAMES, 'tanh'),
  number({ min: 0, max: 20, default: 0, digits: 4 }),
)

const MOST_LAYERS = 8
/** Names of columns; a longer one is found by how it begins. */
const column = () => text({ most: 40 })

export const playground = defineWidget({
  name: 'playground',
  title: 'Playground',
  summary:
    'A small network learns to tell points of the plane apart. Change anything about it, and watch the border move.',
  fields: {
    data: choice([...PLANAR_KINDS, 'own', 'csv']),
    samples: whole({ min: 20, max: 2000, default: 300 }),
    noise: number({ min: 0, max: 1, default: 0.05, digits: 3 }),
    /** Of spirals and clouds; the others have two. */
    classes: whole({ min: 2, max: 6, default: 2 }),
    draw: whole({ min: 0, max: 9999, default: 1 }),
    /** Share held back, in percent. */
    held: whole({ min: 10, max: 90, default: 30 }),
    points: points({ extent: 1.2, classes: 2 }),
    csv: file(),
    /** Columns of the CSV: two numbers and the class. Empty: the first two and the last. */
    cx: column(),
    cy: column(),
    cl: column(),

    layers: list(layer, {
      most: MOST_LAYERS,
      default: [
        [8, 'tanh', 0],
        [8, 'tanh', 0],
      ],
    }),
    init: choice(INIT_CHOICES, 'fitting'),
    gain: number({ min: 0.01, max: 10, default: 1, digits: 3 }),
    norm: choice(['none', 'batch', 'layer']),
    dropout: number({ min: 0, max: 0.9, default: 0, digits: 2 }),

    loss: choice(LOSS_KINDS, 'softmax-cross-entropy'),
    smooth: number({ min: 0, max: 0.5, default: 0, digits: 2 }),
    opt: choice(OPTIMIZER_KINDS, 'adam'),
    lr: number({ min: 0.00001, max: 100, default: 0.01, digits: 4 }),
    mom: number({ min: 0, max: 0.99, default: 0, digits: 3 }),
    plan: choice(SCHEDULE_KINDS, 'constant'),
    /** Steps over which the learning rate is warmed up. */
    warm: whole({ min: 0, max: 1000, default: 0 }),
    batch: whole({ min: 1, max: 512, default: 16 }),
    decay: number({ min: 0, max: 1, default: 0, digits: 3 }),
    /** Largest norm of the gradient; 0: as it comes. */
    clip: number({ min: 0, max: 100, default: 0, digits: 3 }),

    epochs: whole({ min: 1, max: 5000, default: 300 }),
    /** Ends it where so many percent of the held-back points are right; 0: never. */
    stop: whole({ min: 0, max: 100, default: 0 }),
    seed: whole({ min: 0, max: 9999, default: 1 }),
    /** How many, from `seed` on. */
    seeds: whole({ min: 1, max: 10, default: 3 }),
    speed: choice(['slow', 'normal', 'fast'], 'normal'),
    /** A guess is asked for before each run. */
    predict: flag(false),
    /** Where values are read. */
    x: number({ min: -3, max: 3, default: 0, digits: 3 }),
    y: number({ min: -3, max: 3, default: 0, digits: 3 }),
  },
})
