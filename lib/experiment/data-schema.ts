import * as z from 'zod'
import { AUGMENT_NAMES, type DataSpec, FUNCTION_NAMES, PLANAR_KINDS } from '@/lib/engine'

const number = z.number()
const split = { seed: number, validation: number }
const planar = { samples: number, noise: number, ...split, classes: number.optional(), ratio: number.optional() }
const images = {
  train: number,
  validation: number,
  standardise: z.enum(['per-channel', 'none']).optional(),
  augment: z.array(z.enum(AUGMENT_NAMES)).max(10).optional(),
}
const names = z.array(z.string())

/** `data` of a spec. */
export const dataSchema: z.ZodType<DataSpec> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(PLANAR_KINDS), ...planar }),
  z.strictObject({
    kind: z.literal('function'),
    name: z.enum(FUNCTION_NAMES),
    samples: number,
    noise: number,
    ...split,
  }),
  z.strictObject({
    kind: z.literal('points'),
    points: z.array(z.tuple([number, number, number])),
    classes: number.optional(),
    ...split,
  }),
  z.strictObject({
    kind: z.literal('table'),
    text: z.string().optional(),
    columns: names.optional(),
    rows: z.array(z.array(z.union([z.string(), number]))).optional(),
    label: z.string(),
    task: z.enum(['classes', 'regression']),
    features: names.optional(),
    classes: names.optional(),
    standardise: z.enum(['per-feature', 'none']).optional(),
    ...split,
  }),
  z.strictObject({ kind: z.literal('cifar10'), ...images }),
  z.strictObject({ kind: z.literal('drawn-ten'), seed: number, ...images }),
])
