/**
 * From a data spec to something that can be trained on, inside the worker: generated data are made,
 * CIFAR-10 is fetched; where the server does not have it, pictures drawn by our own code stand in, and
 * the summary says so.
 */
import {
  buildDataset,
  type Cifar10,
  createTrainer,
  type DataSpec,
  type Dataset,
  drawnTenClasses,
  parseCifar10,
  readInputs,
  type TrainerOptions,
} from '@/lib/engine'
import { drawSurface, planeGrid, predictSamples } from '@/lib/training/model-views'
import type { DataSummary, PlanePoints, RunRequest } from '@/lib/training/protocol'
import type { LoadedData, RunningTrainer } from '@/lib/training/training-session'
import { type DataPorts, fetchCifar10, fetchListing } from './fetch-cifar10'
import { sampleImages } from './sample-images'

/** As many as fit a page's width in two rows. */
const SAMPLE_COUNT = 12
/** The stand-in is the same for everybody. */
const STAND_IN_SEED = 0

/** What runs the networks: kernels and threads of the browser, or in a test the kernels' twins. */
export type Hardware = Pick<TrainerOptions, 'backend' | 'threads'>

export interface HardwarePort {
  loadHardware(): Promise<Hardware>
}

export async function loadData(
  data: DataSpec,
  ports: DataPorts & HardwarePort,
  signal: AbortSignal,
  onBytes: (done: number, total: number) => void,
): Promise<LoadedData> {
  const hardware = ports.loadHardware()
  if (data.kind === 'cifar10') {
    const listing = await fetchListing(ports, signal)
    const source = listing.available
      ? parseCifar10(await fetchCifar10(listing, data, ports, signal, onBytes))
      : drawnTenClasses({ train: data.train, validation: data.validation, seed: STAND_IN_SEED })
    return imageData(data, source, await hardware, !listing.available, listing.problem)
  }
  if (data.kind === 'drawn-ten') return imageData({ ...data, kind: 'cifar10' }, drawnTenClasses(data), await hardware)
  const dataset = buildDataset(data)
  // Points of the plane can be drawn: what is generated in it, and tables and own points of two features and some classes.
  const plane = dataset.inputShape[0] === 2 && dataset.classes !== null ? planePoints(dataset) : null
  return {
    summary: summaryOf(dataset, { source: 'generated', plane }),
    createTrainer: creator(dataset, await hardware, plane),
  }
}

function imageData(
  data: DataSpec,
  source: Cifar10,
  hardware: Hardware,
  standIn = false,
  problem: string | null = null,
): LoadedData {
  const dataset = buildDataset(data, { cifar10: source })
  const samples = sampleImages(source.test, Math.min(SAMPLE_COUNT, dataset.validation.count))
  return {
    summary: summaryOf(dataset, { source: source.name, standIn, problem, samples }),
    createTrainer: creator(dataset, hardware, null),
  }
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

function creator(dataset: Dataset, hardware: Hardware, plane: PlanePoints | null) {
  const grid = plane ? planeGrid(plane.extent) : null
  const isImage = dataset.inputShape.length === 3
  const count = Math.min(SAMPLE_COUNT, dataset.validation.count)
  const size = dataset.inputShape.reduce((product, side) => product * side, 1)
  return ({ spec, seed, evaluateAt }: RunRequest): RunningTrainer => {
    const trainer = createTrainer({ spec, seed, dataset, evaluateAt, ...hardware })
    const predict = (inputs: Float32Array, n: number) => trainer.predict(inputs, n)
    return {
      run: () => trainer.run(),
      weightHash: () => trainer.weightHash(),
      dismiss: () => trainer.dismiss(),
      drawSurface: () => (grid ? drawSurface(predict, spec.loss.kind, grid) : null),
      predictSamples: () => {
        if (!isImage) return null
        return predictSamples(predict, spec.loss.kind, readInputs(dataset.validation, size, 0, count), count)
      },
    }
  }
}
