/** The files the commands read, each with the sentence to say when it is not what it should be. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Document, LineCounter, parseDocument } from 'yaml'
import {
  buildDataset,
  type Cifar10,
  type DataSpec,
  type Dataset,
  type ExperimentSpec,
  parseCifar10,
} from '@/lib/engine'
import { type Claim, ExperimentFileError, type FileProblem, parseExperiment } from '@/lib/experiment'
import { UsageError } from './command-line'

export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${file} cannot be read (${error instanceof Error ? error.message : error}); check the path.`)
  }
}

export function readExperiment(file: string): { title: string | null; spec: ExperimentSpec; claims: Claim[] } {
  if (!existsSync(file)) throw new UsageError(`${file} does not exist; give the path of an experiment's YAML file.`)
  const lineCounter = new LineCounter()
  const document = parseDocument(readText(file), { lineCounter, prettyErrors: false })
  const [problem] = document.errors
  if (problem !== undefined) {
    const { line } = lineCounter.linePos(problem.pos[0])
    throw new UsageError(`${file}:${line}: not valid YAML: ${problem.message}`)
  }
  try {
    return parseExperiment(plainValueOf(document))
  } catch (error) {
    if (error instanceof ExperimentFileError) throw new UsageError(listed(file, error.problems))
    throw error
  }
}

/** Aliases (*name) are followed here and not before: one may name nothing, or so many others that they fill the memory. */
function plainValueOf(document: Document): unknown {
  try {
    return document.toJS()
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    throw new ExperimentFileError([{ key: '', message: `not valid YAML: ${error.message}; write the value out.` }])
  }
}

/** One line a problem: file, key, sentence. */
export function listed(file: string, problems: readonly FileProblem[]): string {
  return problems.map(({ key, message }) => [file, key, message].filter(Boolean).join(': ')).join('\n')
}

export function readDataset(data: DataSpec, folder: string): Dataset {
  return buildDataset(data, { cifar10: readCifar10(data, folder) })
}

function readCifar10(data: DataSpec, folder: string): Cifar10 | undefined {
  if (data.kind !== 'cifar10') return undefined
  const remedy = 'run `npm run data:cifar10`, or name another folder with --data or CIFAR10_DIR'
  if (!existsSync(folder)) throw new UsageError(`The folder ${folder} for CIFAR-10 does not exist; ${remedy}.`)
  const names = readdirSync(folder).filter((name) => /^(?:data_batch_[1-5]|test_batch)\.bin$/.test(name))
  if (names.length === 0) throw new UsageError(`The folder ${folder} holds no CIFAR-10 files; ${remedy}.`)
  return parseCifar10(
    names.map((name) => ({ name: path.join(folder, name), bytes: readFileSync(path.join(folder, name)) })),
  )
}
