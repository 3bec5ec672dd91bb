/**
 * The zod schema of ExperimentSpec: what a spec from outside (YAML, a request, a link) must look like. It knows types
 * and keys; ranges, shapes and cost are the engine's `checkSpec`, called last. Works in the browser and on the server.
 */
import * as z from 'zod'
import { checkSpec, type ExperimentSpec, PROBE_NAMES } from '@/lib/engine'
import { dataSchema } from './data-schema'
import { known } from './known-names'
import { layerSchema, namedActivation } from './layer-schema'
import { lossSchema, optimizerSchema, scheduleSchema } from './training-schema'

const number = z.number()

const shape = z.strictObject({
  version: z.literal(1, {
    error: (issue) => `The version is ${JSON.stringify(issue.input) ?? 'missing'}; write version: 1.`,
  }),
  data: dataSchema,
  model: z.array(layerSchema).max(1000),
  loss: lossSchema,
  optimizer: optimizerSchema,
  schedule: scheduleSchema.optional(),
  batch: number,
  epochs: number,
  seeds: z.array(number).max(1000),
  probes: z.array(known('The probe', PROBE_NAMES)).max(20).optional(),
  interventions: z
    .array(z.strictObject({ atStep: number, layer: number, activation: z.strictObject(namedActivation) }))
    .max(100)
    .optional(),
})

/** unknown → ExperimentSpec. Every issue has the path of the key it is about and a sentence that says what to do. */
export const experimentSchema: z.ZodType<ExperimentSpec> = shape.superRefine((spec, context) => {
  for (const { path, message } of checkSpec(spec)) context.addIssue({ code: 'custom', path, message })
})
