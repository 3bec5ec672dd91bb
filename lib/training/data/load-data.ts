/**
 * From a data spec to something that can be trained on, inside the worker: generated data are made,
 * CIFAR-10 is fetched; where the server does not have it, pictures drawn by our own code stand in, and
 * the summary says so.
 */
import type { BuildOptions, Cifar10, DataSpec, Dataset, ImageSelection, Opening } from '@/lib/engine'
import { buildTrainer, imageBytes, imageExamples, parseCifar10, readInputs, sha256 } from '@/lib/engine/doors/trainer'
import { loadPart } from '@/lib/training/load-part'
import { drawFit, drawSurface, lineGrid, planeGrid, predictSamples } from '@/lib/training/model-views'
import type { DataSummary, LinePoints, PlanePoints, RunRequest } from '@/lib/training/protocol'
import { loadParts, type Needs, type TrainerParts } from '@/lib/training/trainer-parts'
import type { LoadedData, RunningTrainer } from '@/lib/training/training-session'
import { type DataPorts, fetchCifar10, fetchListing } from './fetch-cifar10'
import { sampleImages } from './sample-images'

/** As many as fit a page's width in two rows. */
const SAMPLE_COUNT = 12
const DRAWN_LINE_POINTS = 300
/** The stand-in is the same for everybody. */
const STAND_IN_SEED = 0

/** What runs the networks: kernels and threads of the browser, or in a test the kernels' twins. */
export type Hardware = Pick<BuildOptions, 'backend' | 'threads'>

export interface HardwarePort {
  loadHardware(rareKernels: boolean): Promise<Hardware>
}

/** Data that an export asks for the first steps of a run. */
export interface OpenableData extends LoadedData {
  open(request: RunRequest, steps: number): Promise<Opening>
}

/** All that a trainer is built with besides spec and data. */
type Machinery = Hardware & TrainerParts

async function loadMachinery(ports: HardwarePort, needs: Needs): Promise<Machinery> {
  const [hardware, parts] = await Promise.all([ports.loadHardware(needs.rareKernels), loadParts(needs)])
  return { ...hardware, ...parts }
}

/** Whoever trains on CIFAR-10 does without. */
const loadMadeData = () => loadPart(() => import('@/lib/engine/doors/made-data'))

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
  const { buildDataset, drawnTenClasses } = await loadMadeData()
  if (data.kind === 'drawn-ten') return imageData(data, drawnTenClasses(data), await machinery)
  const dataset = buildDataset(data)
  // Points of the plane can be drawn: what is generated in it, and tables and own points of two features and some classes.
  const plane = dataset.inputShape[0] === 2 && dataset.classes !== null ? planePoints(dataset) : null
  // So can one number to one number: the points, and the curve that is laid through them.
  const line = dataset.inputShape[0] === 1 && dataset.classes === null ? linePoints(dataset) : null
  return {
    summary: summaryOf(dataset, { source: 'generated', plane, line }),
    ...creator(dataset, await machinery, { plane, line }),
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
  const samples = sampleImages(source.test, Math.min(SAMPLE_COUNT, dataset.validation.count))
  return {
    summary: summaryOf(dataset, { source: source.name, standIn, problem, samples }),
    ...creator(dataset, machinery, { plane: null, line: null }),
  }
}

/** SHA-256 in hex, by the browser where it offers that (on an address that counts as secure), beside whatever comes next. */
async function hashBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (globalThis.crypto?.subtle === undefined) return sha256(bytes)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function summaryOf(dataset: Dataset, known: Pick<DataSummary, 'source'> & Partial<DataSummary>): DataSummary {
  return {
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

function planePoints(dataset: Dataset): PlanePoints {
  const { labels, count } = dataset.train
  const inputs = readInputs(dataset.train, 2, 0, count)
  const furthest = inputs.reduce((most, value) => Math.max(most, Math.abs(value)), 1)
  return { inputs, labels: [...labels], extent: Math.ceil(furthest * 11) / 10 }
}

/** Every so-many-th training point, so that the picture shows their spread and stays light. */
function linePoints({ train }: Dataset): LinePoints {
  const every = Math.ceil(train.count / DRAWN_LINE_POINTS)
  const all = readInputs(train, 1, 0, train.count)
  const drawn = (values: ArrayLike<number>) => Float32Array.from(values).filter((_, index) => index % every === 0)
  const [low, high] = all.reduce(([least, most], x) => [Math.min(least, x), Math.max(most, x)], [Infinity, -Infinity])
  return { inputs: drawn(all), targets: drawn(train.labels), low, high }
}

function creator(
  dataset: Dataset,
  machinery: Machinery,
  { plane, line }: { plane: PlanePoints | null; line: LinePoints | null },
) {
  const grid = plane ? planeGrid(plane.extent) : null
  const places = line ? lineGrid(line) : null
  const isImage = dataset.inputShape.length === 3
  const count = Math.min(SAMPLE_COUNT, dataset.validation.count)
  const size = dataset.inputShape.reduce((product, side) => product * side, 1)
  const build = ({ spec, seed, evaluateAt }: RunRequest) =>
    buildTrainer({ spec, seed, dataset, evaluateAt, ...machinery })
  const createTrainer = (request: RunRequest): RunningTrainer => {
    const { spec } = request
    const trainer = build(request)
    const predict = (inputs: Float32Array, n: number) => trainer.predict(inputs, n)
    return {
      run: () => trainer.run(),
      weights: () => trainer.weights(),
      weightHash: () => trainer.weightHash(),
      dismiss: () => trainer.dismiss(),
      drawSurface: () => (grid ? drawSurface(predict, spec.loss.kind, grid) : null),
      drawFit: () => (places ? drawFit(predict, places) : null),
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
  return { createTrainer, open }
}
