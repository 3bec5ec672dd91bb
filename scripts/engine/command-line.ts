/** The engine's command line: words in, checked options out. What a command does is in its own file. */
import path from 'node:path'
import { parseArgs } from 'node:util'

/** Something the caller did; the message alone is shown. */
export class UsageError extends Error {}

/** Prints text as it is. */
export type Say = (text: string) => void

export interface TrainOptions {
  file: string
  dataFolder: string
  json: boolean
  /** Null: every seed of the spec. */
  seed: number | null
  /** Where to keep the run; null: nowhere. */
  save: string | null
  /** Threads to train on, or one for each core, at most four. They decide the speed and no bit of the result. */
  threads: number | null
  /** Stop after this many steps; null: at the run's end. */
  until: number | null
  /** Where to keep a checkpoint of where the run stopped; null: nowhere. */
  checkpointOut: string | null
  /** The checkpoint to go on from; null: from the beginning. */
  resume: string | null
}

export interface ReplayOptions {
  file: string
  dataFolder: string
  threads: number | null
}

export interface ExportOptions {
  file: string
  dataFolder: string
  /** Null: the spec's first. */
  seed: number | null
  /** Folders to write; one of them at least is not null. */
  pytorch: string | null
  keras: string | null
}

export interface HashOptions {
  /** Null: on 1, 2, 4 and 8. */
  threads: number | null
}

export interface BenchOptions {
  json: boolean
  /** Of training, for each workload. */
  seconds: number
}

export type Command =
  | ({ command: 'train' } & TrainOptions)
  | ({ command: 'replay' } & ReplayOptions)
  | ({ command: 'export' } & ExportOptions)
  | ({ command: 'bench' } & BenchOptions)
  | ({ command: 'hash' } & HashOptions)

const USAGE = `Usage: npm run --silent engine -- train FILE.yaml [--data DIR] [--json] [--seed N] [--save RUN.json] [--threads N]
                                        [--until STEP] [--checkpoint-out CHECKPOINT] [--resume CHECKPOINT]
                                  replay RUN.json [--data DIR] [--threads N]
                                  export FILE.yaml [--pytorch DIR] [--keras DIR] [--seed N] [--data DIR]
                                  bench [--seconds N] [--json]
                                  hash [--threads N]`

/** A batch has at most 32 chunks, so no more threads could ever work on it. */
const MOST_THREADS = 32

const OPTIONS = {
  train: ['data', 'json', 'seed', 'save', 'threads', 'until', 'checkpoint-out', 'resume'],
  replay: ['data', 'threads'],
  export: ['pytorch', 'keras', 'seed', 'data'],
  bench: ['seconds', 'json'],
  hash: ['threads'],
} as const satisfies Record<Command['command'], readonly string[]>

export function parseCommandLine(argv: readonly string[]): Command {
  const { values, positionals } = readArguments(argv)
  const [name, file, ...rest] = positionals
  const command = (Object.keys(OPTIONS) as Command['command'][]).find((known) => known === name)
  const takesFile = command === 'train' || command === 'replay' || command === 'export'
  if (command === undefined || (file !== undefined) !== takesFile || rest.length > 0) throw new UsageError(USAGE)
  const known: readonly string[] = OPTIONS[command]
  const stranger = Object.keys(values).find((option) => !known.includes(option))
  if (stranger !== undefined) throw new UsageError(`${command} has no option --${stranger}.\n${USAGE}`)
  const dataFolder = values.data ?? process.env.CIFAR10_DIR ?? path.join('data', 'cifar10')
  const { json = false } = values
  const threads = threadsOf(values.threads)
  switch (command) {
    case 'train':
      return { command, file: file ?? '', dataFolder, json, seed: seedOf(values.seed), threads, ...keepingOf(values) }
    case 'replay':
      return { command, file: file ?? '', dataFolder, threads }
    case 'export':
      return { command, file: file ?? '', dataFolder, seed: seedOf(values.seed), ...foldersOf(values) }
    case 'bench':
      return { command, json, seconds: secondsOf(values.seconds) }
    case 'hash':
      return { command, threads }
    default:
      return command satisfies never
  }
}

function seedOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const seed = Number(text)
  if (text.trim() === '' || !Number.isInteger(seed) || seed < 0 || seed > 2 ** 32 - 1) {
    throw new UsageError(`--seed is '${text}'; use a whole number from 0 to 4294967295.`)
  }
  return seed
}

function threadsOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const threads = Number(text)
  if (!Number.isInteger(threads) || threads < 1 || threads > MOST_THREADS) {
    throw new UsageError(`--threads is '${text}'; use a whole number from 1 to ${MOST_THREADS}.`)
  }
  return threads
}

/** What of the run is kept, and where it begins and stops. */
function keepingOf(values: Partial<Record<'save' | 'until' | 'checkpoint-out' | 'resume', string>>) {
  const { save = null, resume = null, 'checkpoint-out': checkpointOut = null } = values
  const until = untilOf(values.until)
  if (until !== null && checkpointOut === null) {
    throw new UsageError('--until stops a run on its way; say with --checkpoint-out where to keep it.')
  }
  if (save !== null && (until !== null || resume !== null)) {
    throw new UsageError('--save keeps a whole run in one go; leave out --until and --resume, or --save.')
  }
  return { save, until, checkpointOut, resume }
}

function foldersOf({ pytorch = null, keras = null }: { pytorch?: string | null; keras?: string | null }) {
  if (pytorch === null && keras === null) {
    throw new UsageError('export writes a folder; name it with --pytorch DIR, --keras DIR or both.')
  }
  return { pytorch, keras }
}

function untilOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const step = Number(text)
  if (!Number.isSafeInteger(step) || step < 1) {
    throw new UsageError(`--until is '${text}'; use the number of a step, from 1 on.`)
  }
  return step
}

function secondsOf(text = '1'): number {
  const seconds = Number(text)
  if (!(seconds > 0 && seconds <= 60)) throw new UsageError(`--seconds is '${text}'; use a number up to 60.`)
  return seconds
}

function readArguments(argv: readonly string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...{ data: text, json: flag, seed: text, seconds: text, threads: text },
        ...{ pytorch: text, keras: text },
        ...{ save: text, until: text, 'checkpoint-out': text, resume: text },
      },
    })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${USAGE}`)
  }
}
