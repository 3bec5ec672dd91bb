/** Text → a trained model, checked before anything is done with it. */
import * as z from 'zod'
import { describeShapes } from '@/lib/engine'
import { experimentSchema } from '@/lib/experiment/spec-schema'
import { ExportError, MODEL_FORMAT, MODEL_VERSION, type TrainedModel, weightHashOf } from './model-file'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const whole = z.int().min(0)

const schema = z.strictObject({
  format: z.literal(MODEL_FORMAT),
  version: z.literal(MODEL_VERSION),
  numerics: z.string(),
  seed: whole.max(2 ** 32 - 1),
  step: whole,
  weightHash: hash,
  dataHash: hash,
  spec: experimentSchema,
  weights: z.array(z.strictObject({ name: z.string(), shape: z.array(whole), values: z.array(z.number()) })),
})

/** @throws ExportError with a sentence that says what is wrong with the file, and what to do. */
export function parseModelFile(text: string): TrainedModel {
  const { weightHash, version: _version, format: _format, ...model } = readJson(text)
  const weights = model.weights.map(({ name, shape, values }) => {
    const wanted = shape.reduce((product, side) => product * side, 1)
    if (values.length !== wanted) {
      throw new ExportError(
        `${name} has ${values.length} numbers for shape [${shape.join(', ')}], which needs ${wanted}; export the model again.`,
      )
    }
    return { name, shape, values: Float32Array.from(values) }
  })
  const layers = describeShapes(model.spec).length
  const stranger = weights.find(({ name }) => !(Number(/^(\d+)\./.exec(name)?.[1]) < layers))
  if (stranger !== undefined) {
    throw new ExportError(`${stranger.name} belongs to none of the ${layers} layers; export the model again.`)
  }
  if (weightHashOf(weights) !== weightHash) {
    throw new ExportError(
      'The weights are not those that the file was written with: its hash is of others. Export the model again.',
    )
  }
  return { ...model, weights }
}

function readJson(text: string): z.infer<typeof schema> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new ExportError('The file is not JSON; choose a model that was exported here.')
  }
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const key = issue?.path.join('.') ?? ''
  throw new ExportError(
    `The file is not a model that was exported here: ${key === '' ? '' : `${key}: `}${issue?.message}`,
  )
}
