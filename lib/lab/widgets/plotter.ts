import { ACTIVATION_NAMES, activations } from '@/lib/engine'
import { choice } from '../fields/choice'
import { list } from '../fields/list'
import { type NumberField, number } from '../fields/number'
import { text } from '../fields/text'
import { defineWidget } from '../widget'

/** `swish.beta` */
export type ParameterKey = `${string}.${string}`

/** One for each parameter that an activation of the engine has, with its bounds and default. */
const parameters: Readonly<Record<ParameterKey, NumberField>> = Object.fromEntries(
  ACTIVATION_NAMES.flatMap((name) =>
    activations[name].parameters.map((parameter) => [
      `${name}.${parameter.name}`,
      number({ min: parameter.min, max: parameter.max, default: parameter.default }),
    ]),
  ),
)

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
    /** Where values are read. */
    x: number({ min: -20, max: 20, default: 1 }),
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
