/**
 * What every contestant of a comparison is given: the experiment, the same examples in the same order, and the same
 * initial weights, so that their first losses must agree and nobody trains on easier data. It lies in a temporary
 * folder, as one JSON file and four files of plain little-endian numbers, which any language reads in a line.
 */
import { z } from 'zod'
import type { ExperimentSpec } from '@/lib/engine'

export const setupSchema = z.object({
  // Written by `writeSetup` a moment ago; its rules are the engine's `checkSpec`.
  spec: z.custom<ExperimentSpec>(),
  seed: z.number(),
  count: z.number(),
  /** Of one example; images are [height, width, channels]. */
  inputShape: z.array(z.number()),
  classes: z.array(z.string()),
  data: z.string(),
  /** Contestants warm up for at least as long. */
  warmUpMs: z.number(),
  files: z.object({
    /** float32 [count, ...inputShape]. */
    inputs: z.string(),
    /** uint8 [count]. */
    labels: z.string(),
    /** uint32: indices of examples, batch after batch, for several epochs. */
    order: z.string(),
    /** float32: weight and bias of each layer, [units, inFeatures] or [outChannels, kernel, kernel, inChannels]. */
    weights: z.string(),
  }),
})
export type Setup = z.infer<typeof setupSchema>
