import { ACTIVATION_NAMES, type ActivationName, type ActivationParameterName, activations } from '@/lib/engine'
import { choice } from '../fields/choice'
import { list } from '../fields/list'
import { type NumberField, number } from '../fields/number'
import { text } from '../fields/text'
import { defineWidget } from '../widget'

/** `swish.beta`; there is one only where the activation has that parameter. */
export type ParameterKey = `${ActivationName}.${ActivationParameterName}`

/** With the engine's bounds and defaults. */
const parameters = Object.fromEntries(
  ACTIVATION_NAMES.flatMap((name) =>
    activations[name].parameters.map((parameter) => [
      `${name}.${parameter.name}`,
      number({ min: parameter.min, max: parameter.max, default: parameter.default }),
    ]),
  ),
) as Readonly<Record<ParameterKey, NumberField>>

/** Curves closer together than this could not be told apart, and numbers on the axis neither. */
const NARROWEST = 0.1

export const plotter = defineWidget({
  name: 'plotter',
  title: 'Plotter',
  summary: 'Activation functions and their slopes: read any value, turn their knobs, add one of your own.',
  fields: {
    f: list(choice(ACTIVATION_NAMES), { most: ACTIVATION_NAMES.length, default: ['relu', 'gelu'], distinct: true }),
    /** The learner's own expression. */
    own: text({ most: 1200 }),
    show: choice(['both', 'values', 'slopes']),
    /** T in f(x / T), for all of them. */
    temperature: number({ min: 0.1, max: 10, default: 1 }),
    from: number({ min: -20, max: 20, default: -5 }),
    to: number({ min: -20, max: 20, default: 5 }),
    /** Where values are read: close enough to a minimum for a slope of 0. */
    x: number({ min: -20, max: 20, default: 1, digits: 12 }),
    ...parameters,
  },
  contradictions: ({ from, to }) =>
    to - from >= NARROWEST
      ? []
      : [
          { key: 'from', message: `“from” must be at least ${NARROWEST} below “to”` },
          { key: 'to', message: `“to” must be at least ${NARROWEST} above “from”` },
        ],
})
