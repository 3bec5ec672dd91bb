/**
 * A claim: one sentence a lesson makes about an experiment, as a number that training must show. Tests train the
 * experiment and check it. Not here: the check itself (check-claims.ts), which needs no zod.
 */
import * as z from 'zod'
import { PROBE_NAMES } from '@/lib/engine'
import { CLAIM_METRICS, type Claim } from './claim'

const where = {
  probe: z.enum(PROBE_NAMES).optional(),
  metric: z.enum(CLAIM_METRICS).optional(),
  layer: z.int().min(0).optional(),
  detail: z.string().optional(),
  atStep: z.int().min(0).optional(),
}

/** Ids of claims and experiments; lib/course/ids.ts, above this layer, has the same. */
const LOCAL_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

export const claimSchema: z.ZodType<Claim> = z
  .strictObject({
    id: z.string().regex(LOCAL_ID, 'The id must be lower-case words joined by hyphens.'),
    statement: z.string().min(1).optional(),
    ...where,
    seeds: z.enum(['every', 'median', 'mean', 'deviation']).optional(),
    comparedTo: z
      .strictObject({
        experiment: z.string().regex(LOCAL_ID, 'The experiment is named as its file is, without .yaml.').optional(),
        ...where,
      })
      .optional(),
    as: z.enum(['ratio', 'difference']).optional(),
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
  })
  .superRefine((claim, context) => {
    const add = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message })
    if ((claim.probe === undefined) === (claim.metric === undefined)) {
      add([], `Claim '${claim.id}' must name either a probe or a metric.`)
    }
    if (claim.probe !== undefined && claim.layer === undefined) {
      add(['layer'], `Claim '${claim.id}' reads the probe ${claim.probe}; say at which layer.`)
    }
    if (claim.metric !== undefined && (claim.layer !== undefined || claim.detail !== undefined)) {
      add([], `Claim '${claim.id}' reads a metric, which has no layer and no detail; leave them out.`)
    }
    if (claim.atLeast === undefined && claim.atMost === undefined) {
      add([], `Claim '${claim.id}' has no bound; give atLeast, atMost or both.`)
    }
    if (claim.as !== undefined && claim.comparedTo === undefined) {
      add(['as'], `Claim '${claim.id}' has nothing to compare to; give comparedTo or leave \`as\` out.`)
    }
  })
