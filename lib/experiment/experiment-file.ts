/** Reads an experiment file, and names every fault in it. Not here: what a spec may say (spec-schema.ts). */
import * as z from 'zod'
import { checkSpec, costOf, type ExperimentSpec, type LayerSpec, type ProbeName } from '@/lib/engine'
import type { Claim, ClaimSource } from './claim'
import { claimSchema } from './claim-schema'
import { sentenceOf } from './sentences'
import { experimentSchema } from './spec-schema'

/** What `content/…/experiments/*.yaml` holds: a spec, and what the lesson says about it. */
export interface ExperimentFile {
  title: string
  summary?: string
  spec: ExperimentSpec
  /** Whether the widget offers the repairs of repairs.ts, for a network that is broken on purpose. */
  repairs?: boolean
  claims: Claim[]
}

export const experimentFileSchema: z.ZodType<ExperimentFile> = z
  .strictObject({
    title: z.string().min(1),
    summary: z.string().min(1).optional(),
    spec: experimentSchema,
    repairs: z.boolean().optional(),
    claims: z.array(claimSchema).default([]),
  })
  .superRefine(({ spec, claims }, context) => {
    // Of a spec that is wrong, zod has said so; it has no length to compare claims with.
    if (checkSpec(spec).length > 0) return
    const { steps } = costOf(spec)
    claims.forEach((claim, i) => {
      const add = (message: string) => context.addIssue({ code: 'custom', path: ['claims', i], message })
      if (claims.findIndex(({ id }) => id === claim.id) !== i)
        add(`The id '${claim.id}' is there twice; ids must differ.`)
      checkSource(claim, claim.id, spec, steps, add)
      if (claim.comparedTo !== undefined) checkSource({ ...claim, ...claim.comparedTo }, claim.id, spec, steps, add)
    })
  })

/** A claim may only read what the run will have measured. */
function checkSource(
  source: ClaimSource,
  id: string,
  spec: ExperimentSpec,
  steps: number,
  add: (message: string) => void,
) {
  if (source.atStep !== undefined && source.atStep > steps) {
    add(`Claim '${id}' reads at step ${source.atStep}, but the run has ${steps} steps; name one of them.`)
  }
  const { probe, layer } = source
  if (probe === undefined || layer === undefined) return
  if (!spec.probes?.includes(probe)) add(`Claim '${id}' reads the probe ${probe}; add it to the spec's probes.`)
  const { what, fits } = placeOf(probe)
  if (fits(spec, layer)) return
  const kind = spec.model[layer]?.layer ?? 'not in the model'
  add(`Claim '${id}' reads ${probe} at layer ${layer}, which is ${kind}; name ${what}.`)
}

/** Where a probe reads. */
function placeOf(probe: ProbeName): { what: string; fits(spec: ExperimentSpec, layer: number): boolean } {
  switch (probe) {
    case 'gradient-norm':
    case 'update-ratio':
      return { what: 'a layer with weights', fits: ({ model }, layer) => hasWeights(model[layer]) }
    case 'calibration':
      return { what: 'the last layer', fits: ({ model }, layer) => layer === model.length - 1 }
    default:
      return { what: 'an activation layer', fits: ({ model }, layer) => model[layer]?.layer === 'activation' }
  }
}

function hasWeights(layer: LayerSpec | undefined): boolean {
  if (layer?.layer === 'activation') return layer.name !== 'expression' && layer.learnt === true
  return layer !== undefined && ['linear', 'conv2d', 'batch-norm', 'layer-norm'].includes(layer.layer)
}

/** A problem in a file: the key, written `spec.model.3.units`, and a sentence. */
export interface FileProblem {
  key: string
  message: string
}

/** An experiment that cannot be read. The message is `key: sentence` of the first problem. */
export class ExperimentFileError extends Error {
  override readonly name = 'ExperimentFileError'

  constructor(readonly problems: FileProblem[]) {
    super(problems.map(({ key, message }) => (key === '' ? message : `${key}: ${message}`)).join('\n'))
  }
}

/** `value` is what was parsed. */
export function problemsOf(error: z.ZodError, value: unknown): FileProblem[] {
  return error.issues.map((issue) => ({ key: issue.path.map(String).join('.'), message: sentenceOf(issue, value) }))
}

/** A parsed YAML value → the wrapper. @throws ExperimentFileError */
export function parseExperimentFile(value: unknown): ExperimentFile {
  const result = experimentFileSchema.safeParse(value)
  if (!result.success) throw new ExperimentFileError(problemsOf(result.error, value))
  return result.data
}

/** A parsed YAML value that is a wrapper or a bare spec → its spec and claims. @throws ExperimentFileError */
export function parseExperiment(value: unknown): { title: string | null; spec: ExperimentSpec; claims: Claim[] } {
  if (typeof value === 'object' && value !== null && 'spec' in value) return parseExperimentFile(value)
  const result = experimentSchema.safeParse(value)
  if (!result.success) throw new ExperimentFileError(problemsOf(result.error, value))
  return { title: null, spec: result.data, claims: [] }
}
