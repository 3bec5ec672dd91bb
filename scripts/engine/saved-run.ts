/** A saved run: all that is needed to train it again, and the weights' hashes that must then come out. */
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import type { ExperimentSpec } from '@/lib/engine'
import { experimentSchema, problemsOf } from '@/lib/experiment'
import { UsageError } from './command-line'
import { listed, readText } from './read-files'

export interface SavedRun {
  spec: ExperimentSpec
  seed: number
  /** Version of the numeric spec that decides the bits. */
  numerics: string
  dataHash: string
  /** The weights after `step` steps, at each evaluation; steps rise. */
  checkpoints: { step: number; weightHash: string }[]
  /** The weights at the run's end, finished or diverged. */
  final: string
}

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'Must be a SHA-256 hash: 64 hex digits, lower case.')

const schema: z.ZodType<SavedRun> = z.strictObject({
  spec: experimentSchema,
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1),
  numerics: z.string(),
  dataHash: hash,
  checkpoints: z
    .array(z.strictObject({ step: z.int().min(0), weightHash: hash }))
    .refine((all) => all.every(({ step }, i) => i === 0 || step > (all[i - 1]?.step ?? 0)), 'The steps must rise.'),
  final: hash,
})

export function readSavedRun(file: string): SavedRun {
  if (!existsSync(file)) throw new UsageError(`${file} does not exist; give the path of a run that train --save made.`)
  const notOne = `${file} is not a saved run; make one with train FILE.yaml --save RUN.json.`
  let value: unknown
  try {
    value = JSON.parse(readText(file))
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${notOne} It is not JSON: ${error.message}.`)
    throw error
  }
  const result = schema.safeParse(value)
  if (!result.success) throw new UsageError(`${notOne}\n${listed(file, problemsOf(result.error, value))}`)
  return result.data
}

/** Before a long training rather than after it. */
export function requireFolder(file: string): void {
  const folder = path.dirname(path.resolve(file))
  if (!existsSync(folder)) throw new UsageError(`The folder ${folder} does not exist; make it, or save elsewhere.`)
}

export function writeSavedRun(file: string, run: SavedRun): void {
  try {
    writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`)
  } catch (error) {
    throw new UsageError(`${file} cannot be written (${error instanceof Error ? error.message : error}).`)
  }
}
