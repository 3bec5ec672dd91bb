import { ACTIVATION_NAMES } from '@/lib/engine'
import { choice, flag } from '../fields/choice'
import { number, whole } from '../fields/number'
import { defineWidget } from '../widget'

export const calibrationLab = defineWidget({
  name: 'calibration-lab',
  title: 'Imbalance and calibration lab',
  summary:
    'One class is rare. Weight it, focus the loss, then move threshold and temperature: see what needs a new training run, and what does not.',
  fields: {
    /** Share of class 1, in percent. */
    rare: whole({ min: 1, max: 50, default: 5 }),
    /** A third to learn from, a third to fit the temperature on, a third to measure on. */
    samples: whole({ min: 300, max: 6000, default: 3000 }),
    noise: number({ min: 0, max: 1, default: 0.5, digits: 3 }),
    draw: whole({ min: 0, max: 9999, default: 2 }),

    units: whole({ min: 1, max: 64, default: 8 }),
    layers: whole({ min: 1, max: 3, default: 1 }),
    act: choice(ACTIVATION_NAMES, 'relu'),
    /** Of class 1 in the loss; that of class 0 is 1. */
    weight: number({ min: 0.1, max: 200, default: 1, digits: 4 }),
    /** γ of focal loss; 0 is cross-entropy. */
    gamma: number({ min: 0, max: 10, default: 0, digits: 3 }),
    lr: number({ min: 0.0001, max: 10, default: 0.01, digits: 4 }),
    epochs: whole({ min: 1, max: 500, default: 20 }),
    seed: whole({ min: 0, max: 9999, default: 0 }),

    /** Class 1 is called where its probability is above it. */
    threshold: number({ min: 0, max: 1, default: 0.5 }),
    temperature: number({ min: 0.05, max: 20, default: 1 }),
    /** Whose probability the reliability diagram is of. */
    bins: choice(['likelier', 'rare']),
    speed: choice(['slow', 'normal', 'fast'], 'normal'),
    /** A guess is asked for before each run. */
    predict: flag(false),
  },
})
