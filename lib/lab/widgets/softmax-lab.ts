import { choice, flag } from '../fields/choice'
import { list } from '../fields/list'
import { number, whole } from '../fields/number'
import { defineWidget } from '../widget'

export const MOST_CLASSES = 10
export const FEWEST_CLASSES = 2

/** One class's logit. */
export const logit = number({ min: -20, max: 20, default: 0 })

export const softmaxLab = defineWidget({
  name: 'softmax-lab',
  title: 'Softmax lab',
  summary: 'Logits into probabilities: what temperature does, what a shift does not, and what goes wrong.',
  fields: {
    z: list(logit, { most: MOST_CLASSES, default: [2, 1, 0, -1] }),
    temperature: number({ min: 0.05, max: 20, default: 1 }),
    /** Added to every logit. */
    shift: number({ min: -1000, max: 1000, default: 0 }),
    /** The class that is right, counted from 0. */
    answer: whole({ min: 0, max: MOST_CLASSES - 1, default: 0 }),
    /** Whether the loss is given probabilities where it wants logits. */
    twice: flag(false),
    arithmetic: choice(['max-first', 'as-written']),
  },
  contradictions: ({ z, answer }) => [
    ...(z.length < FEWEST_CLASSES ? [{ key: 'z' as const, message: 'softmax needs two classes or more' }] : []),
    ...(z.length >= FEWEST_CLASSES && answer >= z.length
      ? [{ key: 'answer' as const, message: `there are only ${z.length} classes, counted from 0` }]
      : []),
  ],
})
