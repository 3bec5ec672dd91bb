import * as z from 'zod'
import { ACTIVATION_NAMES, INIT_NAMES, type LayerSpec } from '@/lib/engine'

const number = z.number()
const optional = number.optional()

/** An activation that has a name of its own, with its parameters. */
export const namedActivation = {
  name: z.enum(ACTIVATION_NAMES),
  alpha: optional,
  beta: optional,
}

const weights = {
  init: z
    .union([z.enum(INIT_NAMES), z.strictObject({ name: z.enum(INIT_NAMES), gain: optional, value: optional })])
    .optional(),
  initialBias: optional,
}

const padding = z.union([z.enum(['same', 'valid']), number]).optional()

const activation = z.discriminatedUnion('name', [
  z.strictObject({ layer: z.literal('activation'), ...namedActivation, learnt: z.boolean().optional() }),
  z.strictObject({ layer: z.literal('activation'), name: z.literal('expression'), expression: z.string() }),
])

/** One entry of `model` in a spec. */
export const layerSchema: z.ZodType<LayerSpec> = z.discriminatedUnion('layer', [
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
])
