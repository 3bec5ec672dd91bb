/**
 * The zod schema of ExperimentSpec: what a spec from outside (YAML, a request, a link) must look like. It knows types
 * and keys; ranges, shapes and cost are the engine's `checkSpec`, called last. Works in the browser and on the server.
 */
import * as z from 'zod'
import {
  ACTIVATION_NAMES,
  checkSpec,
  type ExperimentSpec,
  FUNCTION_NAMES,
  INIT_NAMES,
  PLANAR_KINDS,
  PROBE_NAMES,
} from '@/lib/engine'

/** 'x' is not known; use one of a, b, c. */
function known<const Names extends readonly [string, ...string[]]>(what: string, names: Names) {
  return z.enum(names, {
    error: (issue) => `${what} is ${JSON.stringify(issue.input) ?? 'missing'}; use one of ${names.join(', ')}.`,
  })
}

/** The error of a union told apart by `key`: names the value found and the values there are. */
function knownKind(what: string, key: string, names: readonly string[]) {
  return (issue: { code?: string; input?: unknown }) => {
    if (issue.code !== 'invalid_union') return undefined
    const input = issue.input
    const found = typeof input === 'object' && input !== null ? (input as Record<string, unknown>)[key] : input
    return `${what} is ${JSON.stringify(found) ?? 'missing'}; use one of ${names.join(', ')}.`
  }
}

const number = z.number()
const planarFields = { samples: number, noise: number, seed: number, validation: number, classes: number.optional() }
const imageFields = {
  train: number,
  validation: number,
  standardise: z.enum(['per-channel', 'none']).optional(),
  augment: z.array(z.string()).optional(),
}

const [spiral, ...otherPlanar] = PLANAR_KINDS.map((kind) =>
  z.strictObject({ kind: z.literal(kind), ...planarFields }),
) as [z.ZodObject<{ kind: z.ZodLiteral<(typeof PLANAR_KINDS)[number]> } & typeof planarFields>]
const data = z.discriminatedUnion(
  'kind',
  [
    spiral,
    ...otherPlanar,
    z.strictObject({
      kind: z.literal('function'),
      name: known('The function', FUNCTION_NAMES),
      samples: number,
      noise: number,
      seed: number,
      validation: number,
    }),
    z.strictObject({ kind: z.literal('cifar10'), ...imageFields }),
    z.strictObject({ kind: z.literal('drawn-ten'), seed: number, ...imageFields }),
  ],
  { error: knownKind('The kind of data', 'kind', [...PLANAR_KINDS, 'function', 'cifar10', 'drawn-ten']) },
)

const activationFields = {
  name: known('The activation', ACTIVATION_NAMES),
  alpha: number.optional(),
  beta: number.optional(),
}
const init = known('init', INIT_NAMES).optional()

const layer = z.discriminatedUnion(
  'layer',
  [
    z.strictObject({ layer: z.literal('linear'), units: number, init, initialBias: number.optional() }),
    z.strictObject({
      layer: z.literal('conv2d'),
      channels: number,
      kernel: number,
      stride: number.optional(),
      padding: z.enum(['same', 'valid']).optional(),
      init,
      initialBias: number.optional(),
    }),
    z.strictObject({ layer: z.literal('max-pool2d'), size: number }),
    z.strictObject({ layer: z.literal('flatten') }),
    z.strictObject({ layer: z.literal('activation'), ...activationFields }),
  ],
  { error: knownKind('The kind of layer', 'layer', ['linear', 'conv2d', 'max-pool2d', 'flatten', 'activation']) },
)

const optimizer = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('sgd'),
      learningRate: number,
      momentum: number.optional(),
      nesterov: z.boolean().optional(),
    }),
    z.strictObject({
      kind: z.literal('adam'),
      learningRate: number,
      beta1: number.optional(),
      beta2: number.optional(),
      epsilon: number.optional(),
    }),
  ],
  { error: knownKind('The optimizer', 'kind', ['sgd', 'adam']) },
)

const schedule = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('constant') }),
    z.strictObject({ kind: z.literal('step'), everySteps: number, factor: number }),
    z.strictObject({ kind: z.literal('cosine'), final: number.optional() }),
  ],
  { error: knownKind('The schedule', 'kind', ['constant', 'step', 'cosine']) },
)

const shape = z.strictObject({
  version: z.literal(1, {
    error: (issue) => `The version is ${JSON.stringify(issue.input) ?? 'missing'}; write version: 1.`,
  }),
  data,
  model: z.array(layer).max(1000),
  loss: z.strictObject({ kind: known('The loss', ['softmax-cross-entropy', 'mse', 'bce-with-logits']) }),
  optimizer,
  schedule: schedule.optional(),
  batch: number,
  epochs: number,
  seeds: z.array(number).max(1000),
  probes: z.array(known('The probe', PROBE_NAMES)).max(20).optional(),
  interventions: z
    .array(z.strictObject({ atStep: number, layer: number, activation: z.strictObject(activationFields) }))
    .max(100)
    .optional(),
})

/** unknown → ExperimentSpec. Every issue has the path of the key it is about and a sentence that says what to do. */
export const experimentSchema: z.ZodType<ExperimentSpec> = shape.superRefine((spec, context) => {
  for (const { path, message } of checkSpec(spec)) context.addIssue({ code: 'custom', path, message })
})
