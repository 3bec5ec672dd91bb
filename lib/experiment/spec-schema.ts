/**
 * The zod schema of ExperimentSpec: what a spec from outside (YAML, a request, a link) must look like. It knows keys and
 * types; what stands under a key is judged by the engine's `checkSpec`, which takes any value and says layer, value and
 * remedy. Works in the browser and on the server.
 */
import * as z from 'zod'
import { checkSpec, type ExperimentSpec, PROBE_NAMES } from '@/lib/engine'
import { dataSchema } from './data-schema'
import { layerSchema, namedActivation } from './layer-schema'
import { type Path, sentenceOf } from './sentences'
import { lossSchema, optimizerSchema, scheduleSchema } from './training-schema'

const number = z.number()

const shape = z.strictObject({
  version: z.literal(1),
  data: dataSchema,
  model: z.array(layerSchema).max(1000),
  loss: lossSchema,
  optimizer: optimizerSchema,
  schedule: scheduleSchema.optional(),
  batch: number,
  epochs: number,
  seeds: z.array(number).max(1000),
  probes: z.array(z.enum(PROBE_NAMES)).max(20).optional(),
  interventions: z
    .array(z.strictObject({ atStep: number, layer: number, activation: z.strictObject(namedActivation) }))
    .max(100)
    .optional(),
})

/** unknown → ExperimentSpec. Every issue has the path of the key it is about and a sentence that says what to do. */
export const experimentSchema: z.ZodType<ExperimentSpec> = z.unknown().transform((value, context) => {
  const read = shape.safeParse(value)
  const problems = checkSpec(value as ExperimentSpec)
  if (read.success && problems.length === 0) return read.data
  const add = (path: Path, message: string) => context.addIssue({ code: 'custom', path: [...path], message })
  for (const issue of read.error?.issues ?? []) {
    const isTold = issue.code !== 'unrecognized_keys' && problems.some(({ path }) => isWithin(path, issue.path))
    if (!isTold) add(issue.path, sentenceOf(issue, value))
  }
  for (const { path, message } of problems) add(path, message)
  return z.NEVER
})

/** Whether one of the two places holds the other. */
function isWithin(a: Path, b: Path): boolean {
  return a.every((key, i) => i >= b.length || key === b[i])
}
