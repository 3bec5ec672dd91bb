import * as z from 'zod'
import { ACTIVATION_NAMES, INIT_NAMES, LAYER_KINDS, type LayerSpec } from '@/lib/engine'
import { known, knownKind } from './known-names'

const number = z.number()
const optional = number.optional()

/** An activation that has a name of its own, with its parameters. */
export const namedActivation = {
  name: known('The activation', ACTIVATION_NAMES),
  alpha: optional,
  beta: optional,
}

const weights = {
  init: z
    .union([z.enum(INIT_NAMES), z.strictObject({ name: z.enum(INIT_NAMES), gain: optional, value: optional })], {
      error: (issue) =>
        `init is ${JSON.stringify(issue.input)}; use a name or {name, gain, value}, with one of ${INIT_NAMES.join(', ')}.`,
    })
    .optional(),
  initialBias: optional,
}

const padding = z
  .union([z.enum(['same', 'valid']), number], {
    error: (issue) => `padding is ${JSON.stringify(issue.input)}; use same, valid or a whole number.`,
  })
  .optional()

const activation = z.discriminatedUnion(
  'name',
  [
    z.strictObject({ layer: z.literal('activation'), ...namedActivation, learnt: z.boolean().optional() }),
    z.strictObject({ layer: z.literal('activation'), name: z.literal('expression'), expression: z.string() }),
  ],
  { error: knownKind('The activation', 'name', [...ACTIVATION_NAMES, 'expression']) },
)

/** One entry of `model` in a spec. */
export const layerSchema: z.ZodType<LayerSpec> = z.discriminatedUnion(
  'layer',
  [
    z.strictObject({ layer: z.literal('linear'), units: number, ...weights }),
    z.strictObject({
      layer: z.literal('conv2d'),
      channels: number,
      kernel: number,
      stride: optional,
      padding,
      ...weights,
    }),
    z.strictObject({ layer: z.enum(['max-pool2d', 'avg-pool2d']), size: number, stride: optional }),
    z.strictObject({ layer: z.enum(['flatten', 'global-average-pool']) }),
    z.strictObject({ layer: z.literal('batch-norm'), momentum: optional, epsilon: optional }),
    z.strictObject({ layer: z.literal('layer-norm'), epsilon: optional }),
    z.strictObject({ layer: z.enum(['dropout', 'alpha-dropout']), rate: number }),
    z.strictObject({ layer: z.literal('residual'), from: number }),
    z.strictObject({ layer: z.literal('softmax'), temperature: optional }),
    activation,
  ],
  { error: knownKind('The kind of layer', 'layer', LAYER_KINDS) },
)
