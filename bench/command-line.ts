/** The bench's command line: words in, checked options out. What the options do is in bench/README.md. */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { PEERS } from './workloads/comparison'
import { WORKLOADS } from './workloads/workload'

/** Something the caller did; the message alone is shown. */
export class UsageError extends Error {}

const COMMANDS = ['engine', 'stability', 'memory', 'activations', 'swap'] as const

const whole = (least: number) => z.coerce.number().int().min(least)
const list = <T>(item: z.ZodType<T>) =>
  z.preprocess((text) => (typeof text === 'string' ? text.split(',') : text), z.array(item).optional())

const schema = z.object({
  json: z.boolean().default(false),
  /** A short look: what it prints is not worth quoting. */
  quick: z.boolean().default(false),
  rounds: whole(1).optional(),
  steps: whole(1).optional(),
  processes: whole(2).optional(),
  'burst-ms': whole(1).optional(),
  'warm-ms': whole(0).optional(),
  only: list(z.enum(PEERS)),
  workload: list(z.enum(WORKLOADS)),
  activation: list(z.string()),
  threads: list(whole(1)),
  data: z.string().optional(),
})

const USAGE = `Usage: npm run bench -- ${COMMANDS.join('|')} [--json] [--quick] [--rounds N] [--steps N] [--processes N]
  [--burst-ms MS] [--warm-ms MS] [--only ${PEERS[0]},…] [--workload ${WORKLOADS.join(',')}] [--activation relu,…]
  [--threads 1,2] [--data FOLDER]`

export function parseCommandLine(argv: readonly string[]) {
  const { values, positionals } = readArguments(argv)
  const command = COMMANDS.find((name) => name === positionals[0])
  if (command === undefined || positionals.length > 1) throw new UsageError(USAGE)
  const parsed = schema.safeParse(values)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new UsageError(`--${issue?.path.join('.')}: ${issue?.message}\n${USAGE}`)
  }
  const options = parsed.data
  const { quick } = options
  return {
    command,
    json: options.json,
    rounds: options.rounds ?? (quick ? 2 : 7),
    /** Steps a burst, or steps that the heap is watched for; null leaves it to the command. */
    steps: options.steps ?? null,
    processes: options.processes ?? (quick ? 4 : 30),
    burstMs: options['burst-ms'] ?? (quick ? 200 : 500),
    warmUpMs: options['warm-ms'] ?? (quick ? 500 : 1000),
    // The one peer that needs a quarter of a minute for a step is not in a short look, unless it is asked for.
    peers: options.only ?? (quick ? PEERS.filter((peer) => peer !== 'tfjs-cpu') : undefined),
    workloads: options.workload,
    activations: options.activation,
    threads: options.threads,
    data: options.data,
  }
}

function readArguments(argv: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        quick: { type: 'boolean' },
        rounds: text,
        steps: text,
        processes: text,
        'burst-ms': text,
        'warm-ms': text,
        only: text,
        workload: text,
        activation: text,
        threads: text,
        data: text,
      },
    })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${USAGE}`)
  }
}
