import { ACTIVATION_NAMES } from '@/lib/engine'
import { choice, flag } from '../fields/choice'
import { group, list } from '../fields/list'
import { number, whole } from '../fields/number'
import { defineWidget } from '../widget'

/** Two answers of a prediction for each, and two more: as many as one may have (lib/events). */
export const MOST_NETWORKS = 5

const activation = choice(ACTIVATION_NAMES, 'relu')

/** The activations of a network's three blocks, from the image on. */
const network = group(activation, activation, activation)

export const cnnLab = defineWidget({
  name: 'cnn-lab',
  title: 'CNN lab',
  summary:
    'A small network for photographs, trained with one activation after another: curves, mistakes, what is inside, and the price.',
  fields: {
    nets: list(network, {
      most: MOST_NETWORKS,
      default: [
        ['relu', 'relu', 'relu'],
        ['swish', 'swish', 'swish'],
        ['gelu', 'gelu', 'gelu'],
      ],
      distinct: true,
    }),
    data: choice(['cifar10', 'drawn-ten']),
    images: whole({ min: 128, max: 10_000, default: 1000 }),
    held: whole({ min: 50, max: 2000, default: 500 }),
    epochs: whole({ min: 1, max: 20, default: 3 }),
    batch: whole({ min: 8, max: 128, default: 32 }),
    opt: choice(['adam', 'adamw', 'rmsprop', 'sgd']),
    lr: number({ min: 0.00001, max: 10, default: 0.001, digits: 4 }),
    /** Of SGD. */
    mom: number({ min: 0, max: 0.99, default: 0.9, digits: 3 }),
    /** The same first weights for all networks, or as fits each activation. */
    init: choice(['same', 'fitting']),
    seed: whole({ min: 0, max: 9999, default: 0 }),
    /** How many, from `seed` on. */
    seeds: whole({ min: 1, max: 10, default: 2 }),
    /** A guess is asked for before each run. */
    predict: flag(false),

    /** What is looked into: which network, and which of the seeds, both counted from 1; the last where there are fewer. */
    look: whole({ min: 1, max: MOST_NETWORKS, default: 1 }),
    nth: whole({ min: 1, max: 10, default: 1 }),
    /** Whose feature maps are shown, and for which of the held-back images, counted from 1. */
    block: whole({ min: 1, max: 3, default: 1 }),
    image: whole({ min: 1, max: 2000, default: 1 }),
  },
  contradictions: ({ nets }) => (nets.length > 0 ? [] : [{ key: 'nets', message: 'there must be a network to train' }]),
})
