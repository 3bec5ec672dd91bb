/**
 * Reads an experiment file, and names every fault in it. Not here: what a spec may say (spec-schema.ts), and whether the
 * experiments that its claims compare with are there (lib/course/check).
 */
import * as z from 'zod'
import { checkSpec, type ExperimentSpec } from '@/lib/engine'
import { type Claim, secondSource } from './claim'
import { claimSchema } from './claim-schema'
import { sourceFaults } from './claim-source'
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
    claims.forEach((claim, i) => {
      const add = (message: string) => context.addIssue({ code: 'custom', path: ['claims', i], message })
      if (claims.findIndex(({ id }) => id === claim.id) !== i)
        add(`The id '${claim.id}' is there twice; ids must differ.`)
      if (claim.seeds === 'deviation' && spec.seeds.length < 2)
        add(`Claim '${claim.id}' is about the deviation over seeds; name two seeds or more.`)
      const second = secondSource(claim)
      // What it reads of another experiment can only be held against that one's file.
      const sources = second === null || second.experiment !== undefined ? [claim] : [claim, second]
      for (const source of sources) sourceFaults(source, spec, `Claim '${claim.id}'`).forEach(add)
    })
  })

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
