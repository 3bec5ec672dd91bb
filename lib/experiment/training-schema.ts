import * as z from 'zod'
import type { LossSpec, OptimizerSpec, ScheduleSpec } from '@/lib/engine'

const number = z.number()
const optional = number.optional()

/** `loss` of a spec. */
export const lossSchema: z.ZodType<LossSpec> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('softmax-cross-entropy'),
    classWeights: z.array(number).optional(),
    labelSmoothing: optional,
    focalGamma: optional,
  }),
  z.strictObject({ kind: z.literal('bce-with-logits'), positiveWeight: optional, labelSmoothing: optional }),
  z.strictObject({ kind: z.literal('huber'), delta: optional }),
  z.strictObject({ kind: z.enum(['mse', 'mae', 'softmax-twice']) }),
])

const common = { learningRate: number, weightDecay: optional, clipNorm: optional, clipValue: optional }

/** `optimizer` of a spec. */
export const optimizerSchema: z.ZodType<OptimizerSpec> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sgd'), ...common, momentum: optional, nesterov: z.boolean().optional() }),
  z.strictObject({ kind: z.literal('rmsprop'), ...common, alpha: optional, epsilon: optional, momentum: optional }),
  z.strictObject({ kind: z.enum(['adam', 'adamw']), ...common, beta1: optional, beta2: optional, epsilon: optional }),
])

const warmup = { warmupSteps: optional }

/** `schedule` of a spec. */
export const scheduleSchema: z.ZodType<ScheduleSpec> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('constant'), ...warmup }),
  z.strictObject({ kind: z.literal('step'), everySteps: number, factor: number, ...warmup }),
  z.strictObject({ kind: z.literal('cosine'), final: optional, ...warmup }),
])
