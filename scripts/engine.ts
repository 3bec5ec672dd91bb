/**
 * The engine on the command line: trains the same experiment files as the page, with the same bits.
 *   npm run --silent engine -- train FILE.yaml [--data DIR] [--json] [--seed N]
 *   npm run --silent engine -- hash
 * Not here: what an experiment may be (lib/experiment) and how it is trained (lib/engine).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { LineCounter, parseDocument } from 'yaml'
import {
  buildDataset,
  type Cifar10,
  createTrainer,
  type DataSpec,
  DatasetError,
  type EvaluatedReport,
  type ExperimentSpec,
  GOLDEN_RUNS,
  NUMERICS,
  parseCifar10,
  replayGoldenRun,
  ShapeError,
  SpecError,
} from '@/lib/engine'
import {
  type Claim,
  type ClaimRun,
  checkClaims,
  ExperimentFileError,
  parseExperiment,
  stepsOfClaims,
} from '@/lib/experiment'

/** Something the caller did; the message alone is shown. */
class UsageError extends Error {}

const USAGE = 'Usage: npm run --silent engine -- train FILE.yaml [--data DIR] [--json] [--seed N], or: … engine -- hash'

interface TrainOptions {
  file: string
  dataFolder: string
  json: boolean
  seed: number | null
}

function parseCommand(argv: string[]): { command: 'hash' } | ({ command: 'train' } & TrainOptions) {
  const { values, positionals } = readArguments(argv)
  const [command, file, ...rest] = positionals
  if (command === 'hash' && file === undefined) return { command }
  if (command !== 'train' || file === undefined || rest.length > 0) throw new UsageError(USAGE)
  const seed = values.seed === undefined ? null : Number(values.seed)
  if (seed !== null && (!Number.isInteger(seed) || seed < 0 || seed > 2 ** 32 - 1)) {
    throw new UsageError(`--seed is '${values.seed}'; use a whole number from 0 to 4294967295.`)
  }
  const dataFolder = values.data ?? process.env.CIFAR10_DIR ?? join('data', 'cifar10')
  return { command, file, dataFolder, json: values.json, seed }
}

function readArguments(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: { data: { type: 'string' }, json: { type: 'boolean', default: false }, seed: { type: 'string' } },
    })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${USAGE}`)
  }
}

function loadExperiment(file: string): { title: string | null; spec: ExperimentSpec; claims: Claim[] } {
  if (!existsSync(file)) throw new UsageError(`${file} does not exist; give the path of an experiment's YAML file.`)
  const lineCounter = new LineCounter()
  const document = parseDocument(readText(file), { lineCounter, prettyErrors: false })
  const [problem] = document.errors
  if (problem !== undefined) {
    const { line } = lineCounter.linePos(problem.pos[0])
    throw new UsageError(`${file}:${line}: not valid YAML: ${problem.message}`)
  }
  try {
    return parseExperiment(document.toJS())
  } catch (error) {
    if (error instanceof ExperimentFileError) {
      throw new UsageError(
        error.problems.map(({ key, message }) => [file, key, message].filter(Boolean).join(': ')).join('\n'),
      )
    }
    throw error
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${file} cannot be read (${error instanceof Error ? error.message : error}); check the path.`)
  }
}

function loadCifar10(data: DataSpec, folder: string): Cifar10 | undefined {
  if (data.kind !== 'cifar10') return undefined
  const remedy = 'run `npm run data:cifar10`, or name another folder with --data or CIFAR10_DIR'
  if (!existsSync(folder)) throw new UsageError(`The folder ${folder} for CIFAR-10 does not exist; ${remedy}.`)
  const names = readdirSync(folder).filter((name) => /^(?:data_batch_[1-5]|test_batch)\.bin$/.test(name))
  if (names.length === 0) throw new UsageError(`The folder ${folder} holds no CIFAR-10 files; ${remedy}.`)
  return parseCifar10(names.map((name) => ({ name: join(folder, name), bytes: readFileSync(join(folder, name)) })))
}

function train({ file, dataFolder, json, seed }: TrainOptions): void {
  const { title, spec, claims } = loadExperiment(file)
  const dataset = buildDataset(spec.data, { cifar10: loadCifar10(spec.data, dataFolder) })
  const say = json ? () => {} : (text: string) => process.stdout.write(text)
  say(`${title ?? file}: ${dataset.name}, ${dataset.train.count} + ${dataset.validation.count} examples\n`)
  const runs: ClaimRun[] = []
  for (const runSeed of seed === null ? spec.seeds : [seed]) {
    const trainer = createTrainer({ spec, seed: runSeed, dataset, evaluateAt: stepsOfClaims(claims) })
    const evaluations: EvaluatedReport[] = []
    const clock = { pendingMs: 0, trainingMs: 0, shownMs: 0 }
    const reports = trainer.run()
    for (;;) {
      const before = performance.now()
      const { value: report, done } = reports.next()
      clock.pendingMs += performance.now() - before
      if (done) break
      if (report.status === 'computing') continue
      // Evaluations are not training: their time does not count in images per second.
      if (report.status === 'stepped') clock.trainingMs += clock.pendingMs
      clock.pendingMs = 0
      const imagesPerSecond = clock.trainingMs === 0 ? 0 : (1000 * trainer.step * spec.batch) / clock.trainingMs
      if (report.status === 'evaluated') evaluations.push(report)
      if (json) {
        const { status } = report
        const line =
          report.status === 'finished'
            ? {
                status,
                seed: runSeed,
                steps: report.step,
                weightHash: report.weightHash,
                validation: report.validation,
                imagesPerSecond,
                numerics: report.numerics,
                dataHash: dataset.hash,
              }
            : { ...report, seed: runSeed }
        process.stdout.write(`${JSON.stringify(line)}\n`)
      } else {
        say(textOf(report, runSeed, trainer.steps, imagesPerSecond, clock))
      }
    }
    runs.push({ seed: runSeed, evaluations })
  }
  for (const { holds, message } of checkClaims(claims, runs)) say(`${holds ? 'holds' : 'FAILS'}  ${message}\n`)
}

type ShownReport = Exclude<
  ReturnType<ReturnType<typeof createTrainer>['run']> extends Generator<infer R> ? R : never,
  { status: 'computing' }
>

/** What a person at a terminal sees; a line that ends in \r is drawn over by the next, at most ten times a second. */
function textOf(report: ShownReport, seed: number, steps: number, speed: number, clock: { shownMs: number }): string {
  const percent = (accuracy: number | null) => (accuracy === null ? '' : `, accuracy ${(100 * accuracy).toFixed(2)} %`)
  const clear = process.stdout.isTTY ? '\r\x1b[K' : ''
  switch (report.status) {
    case 'stepped': {
      if (!process.stdout.isTTY || performance.now() - clock.shownMs < 100) return ''
      clock.shownMs = performance.now()
      const bar = '█'.repeat(Math.floor((20 * report.step) / steps)).padEnd(20, '░')
      return `${clear}seed ${seed} ${bar} step ${report.step} of ${steps}, loss ${report.loss.toFixed(4)}, ${speed.toFixed(0)} examples/s`
    }
    case 'evaluated': {
      const train =
        report.train === null ? '' : `train loss ${report.train.loss.toFixed(4)}${percent(report.train.accuracy)}; `
      return `${clear}seed ${seed} epoch ${report.epoch}, step ${report.step}: ${train}validation loss ${report.validation.loss.toFixed(4)}${percent(report.validation.accuracy)}\n`
    }
    case 'diverged':
      return `${clear}seed ${seed} diverged at step ${report.step}: ${report.reason}\n`
    case 'finished':
      return `${clear}seed ${seed} finished: ${speed.toFixed(0)} examples/s, weights ${report.weightHash}\n`
    default:
      return report satisfies never
  }
}

/** Replays the golden runs; says which hash differs. */
function hash(): void {
  let differs = false
  process.stdout.write(`numeric spec ${NUMERICS}\n`)
  for (const run of GOLDEN_RUNS) {
    const found = replayGoldenRun(run)
    const same = found === run.weightHash
    differs ||= !same
    process.stdout.write(`${run.name.padEnd(28)} ${found} ${same ? 'as expected' : `differs from ${run.weightHash}`}\n`)
  }
  if (differs) process.exitCode = 1
}

try {
  const command = parseCommand(process.argv.slice(2))
  if (command.command === 'hash') hash()
  else train(command)
} catch (error) {
  const expected =
    error instanceof UsageError ||
    error instanceof DatasetError ||
    error instanceof SpecError ||
    error instanceof ShapeError
  if (!expected) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
