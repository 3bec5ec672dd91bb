/**
 * From a data spec to something that can be trained on, inside the worker: generated data are made,
 * CIFAR-10 is fetched; where the server does not have it, pictures drawn by our own code stand in, and
 * the summary says so.
 */
import type { BuildOptions, Cifar10, DataSpec, Dataset, ImageSelection, Opening, Trainer } from '@/lib/engine'
import { buildTrainer, imageBytes, imageExamples, parseCifar10, readInputs, sha256 } from '@/lib/engine/doors/trainer'
import { loadPart } from '@/lib/training/load-part'
import { predictSamples } from '@/lib/training/model-views'
import type { DataSummary, RunRequest } from '@/lib/training/protocol'
import { loadParts, type Needs, type TrainerParts } from '@/lib/training/trainer-parts'
import type { LoadedData, RunningTrainer } from '@/lib/training/training-session'
import { type DataPorts, fetchCifar10, fetchListing } from './fetch-cifar10'
import type { PointViews } from './point-views'
import { sampleImages } from './sample-images'

/** As many as fit a page's width in two rows. */
const SAMPLE_COUNT = 12
/** The stand-in is the same for everybody. */
const STAND_IN_SEED = 0

/** What runs the networks: kernels and threads of the browser, or in a test the kernels' twins. */
export type Hardware = Pick<BuildOptions, 'backend' | 'threads'>

export interface HardwarePort {
  loadHardware(rareKernels: boolean): Promise<Hardware>
}

/** Data that an export asks for the first steps of a run, and that others look into or train on in their own way. */
export interface OpenableData extends LoadedData {
  dataset: Dataset
  /** `inspect`: so that every layer can be read. */
  build(request: RunRequest, inspect?: boolean): Trainer
  open(request: RunRequest, steps: number): Promise<Opening>
}

/** All that a trainer is built with besides spec and data. */
type Machinery = Hardware & TrainerParts

async function loadMachinery(ports: HardwarePort, needs: Needs): Promise<Machinery> {
  const [hardware, parts] = await Promise.all([ports.loadHardware(needs.rareKernels), loadParts(needs)])
  return { ...hardware, ...parts }
}

/** Whoever trains on CIFAR-10 does without. */
const loadMadeData = () => loadPart(() => import('./made-data'))

export async function loadData(
  data: DataSpec,
  needs: Needs,
  ports: DataPorts & HardwarePort,
  signal: AbortSignal,
  onBytes: (done: number, total: number) => void,
): Promise<OpenableData> {
  const machinery = loadMachinery(ports, needs)
  // What is awaited below may fail first; the failure of this one is then nobody's.
  machinery.catch(() => {})
  if (data.kind === 'cifar10') {
    const listing = await fetchListing(ports, signal)
    const source = listing.available
      ? parseCifar10(await fetchCifar10(listing, data, ports, signal, onBytes))
      : (await loadMadeData()).drawnTenClasses({
          train: data.train,
          validation: data.validation,
          seed: STAND_IN_SEED,
        })
    return imageData(data, source, await machinery, !listing.available, listing.problem)
  }
  const { buildDataset, drawnTenClasses, pointViews } = await loadMadeData()
  if (data.kind === 'drawn-ten') return imageData(data, drawnTenClasses(data), await machinery)
  const dataset = buildDataset(data)
  const views = pointViews(dataset)
  const { plane, line } = views
  const ready = await machinery
  return {
    summary: summaryOf(dataset, ready, { source: 'generated', plane, line }),
    ...creator(dataset, ready, views),
  }
}

async function imageData(
  data: ImageSelection,
  source: Cifar10,
  machinery: Machinery,
  standIn = false,
  problem: string | null = null,
): Promise<OpenableData> {
  const hashing = hashBytes(imageBytes(data, source))
  const dataset = { ...imageExamples(data, source), hash: await hashing }
  const samples = sampleImages(dataset.validation, [...Array(Math.min(SAMPLE_COUNT, dataset.validation.count)).keys()])
  return {
    summary: summaryOf(dataset, machinery, { source: source.name, standIn, problem, samples }),
    ...creator(dataset, machinery, null),
  }
}

/** SHA-256 in hex, by the browser where it offers that (on an address that counts as secure), beside whatever comes next. */
async function hashBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (globalThis.crypto?.subtle === undefined) return sha256(bytes)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function summaryOf(
  dataset: Dataset,
  { backend }: Hardware,
  known: Pick<DataSummary, 'source'> & Partial<DataSummary>,
): DataSummary {
  return {
    isSlow: backend.kind === 'twins',
    standIn: false,
    problem: null,
    trainCount: dataset.train.count,
    validationCount: dataset.validation.count,
    classes: dataset.classes,
    hash: dataset.hash,
    plane: null,
    line: null,
    samples: null,
    ...known,
  }
}

function creator(dataset: Dataset, machinery: Machinery, views: PointViews | null) {
  const isImage = dataset.inputShape.length === 3
  const count = Math.min(SAMPLE_COUNT, dataset.validation.count)
  const size = dataset.inputShape.reduce((product, side) => product * side, 1)
  const build = ({ spec, seed, evaluateAt }: RunRequest, inspect?: boolean) =>
    buildTrainer({ spec, seed, dataset, evaluateAt, inspect, ...machinery })
  const createTrainer = (request: RunRequest): RunningTrainer => {
    const { spec } = request
    const trainer = build(request)
    const predict = (inputs: Float32Array, n: number) => trainer.predict(inputs, n)
    return {
      run: () => trainer.run(),
      weights: () => trainer.weights(),
      weightHash: () => trainer.weightHash(),
      dismiss: () => trainer.dismiss(),
      drawSurface: () => views?.drawSurface(predict, spec.loss.kind) ?? null,
      drawFit: () => views?.drawFit(predict) ?? null,
      predictSamples: () => {
        if (!isImage) return null
        return predictSamples(predict, spec.loss.kind, readInputs(dataset.validation, size, 0, count), count)
      },
    }
  }
  const open = async (request: RunRequest, steps: number): Promise<Opening> => {
    const { openRun } = await loadPart(() => import('@/lib/engine/doors/opening'))
    return openRun(build(request), { ...request, dataset }, steps)
  }
  return { dataset, build, createTrainer, open }
}
