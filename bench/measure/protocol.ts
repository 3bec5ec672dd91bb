/**
 * What runner and contestants say to each other, one line each way.
 *   contestant: `ready {…}` once it is built and warm, or `failed <why>`
 *   runner:     `<n>` (run n steps), `scalar`, `memory`, `heap <n>`; the end of its input ends the contestant
 *   contestant: `answer {…}` to each
 * Lines that are none of these come from libraries and are passed over. The contestants' side is
 * contestants/serve.ts and, in Python, peers/pytorch.py.
 */
import { z } from 'zod'

const readySchema = z.object({
  /** What is running, e.g. `PyTorch 1.13.0, 1 thread`. */
  version: z.string(),
  /** Of its first steps, at most three: all contestants start from the same weights and see the same batches. */
  losses: z.array(z.number()).min(1),
  msPerStep: z.number().positive(),
})
export type Ready = z.infer<typeof readySchema>

export const ranSchema = z.object({ ms: z.number().positive(), loss: z.number() })
/** Milliseconds that the fixed scalar loop took. */
export const scalarSchema = z.object({ ms: z.number().positive() })
/** Resident memory in bytes: `before` the model was built (with its data loaded) and the highest so far. */
export const memorySchema = z.object({ before: z.number(), peak: z.number() })
/** Bytes that stayed on the heap after n steps, garbage collected before and after; and those beside the heap. */
export const heapSchema = z.object({ growth: z.number(), arrayBufferGrowth: z.number() })

export type Reply =
  | { kind: 'ready'; ready: Ready }
  | { kind: 'failed'; reason: string }
  | { kind: 'answer'; value: unknown }
  | { kind: 'noise' }

export function parseReply(line: string): Reply {
  const [, word, rest = ''] = /^(ready|failed|answer) (.+)$/.exec(line) ?? []
  if (word === 'failed') return { kind: 'failed', reason: rest }
  if (word === undefined) return { kind: 'noise' }
  const value = parseJson(rest)
  if (word === 'answer') return value === undefined ? { kind: 'noise' } : { kind: 'answer', value }
  const ready = readySchema.safeParse(value)
  if (ready.success) return { kind: 'ready', ready: ready.data }
  return { kind: 'failed', reason: `it said 'ready' with something else than version, losses and msPerStep: ${rest}` }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
