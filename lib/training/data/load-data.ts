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

export async function loadData(
  data: DataSpec,
  ports: DataPorts,
  signal: AbortSignal,
  onBytes: (done: number, total: number) => void,
): Promise<LoadedData> {
  if (data.kind === 'cifar10') {
    const listing = await fetchListing(ports, signal)
    const source = listing.available
      ? parseCifar10(await fetchCifar10(listing, data, ports, signal, onBytes))
      : drawnTenClasses({ train: data.train, validation: data.validation, seed: STAND_IN_SEED })
    return imageData(data, source, !listing.available, listing.problem)
  }
  if (data.kind === 'drawn-ten') return imageData({ ...data, kind: 'cifar10' }, drawnTenClasses(data), false, null)
  const dataset = buildDataset(data)
  const plane = data.kind === 'function' ? null : planePoints(dataset)
  return { summary: summaryOf(dataset, { source: 'generated', plane }), createTrainer: creator(dataset, plane) }
}

function imageData(data: DataSpec, source: Cifar10, standIn: boolean, problem: string | null): LoadedData {
  const dataset = buildDataset(data, { cifar10: source })
  const samples = sampleImages(source.test, Math.min(SAMPLE_COUNT, dataset.validation.count))
  return {
    summary: summaryOf(dataset, { source: source.name, standIn, problem, samples }),
    createTrainer: creator(dataset, null),
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
  const { inputs, labels } = dataset.train
  const furthest = inputs.reduce((most, value) => Math.max(most, Math.abs(value)), 1)
  return { inputs, labels: [...labels], extent: Math.ceil(furthest * 11) / 10 }
}

function creator(dataset: Dataset, plane: PlanePoints | null) {
  const grid = plane ? planeGrid(plane.extent) : null
  const isImage = dataset.inputShape.length === 3
  const count = Math.min(SAMPLE_COUNT, dataset.validation.count)
  const size = dataset.inputShape.reduce((product, side) => product * side, 1)
  return ({ spec, seed, evaluateAt }: RunRequest): RunningTrainer => {
    const trainer = createTrainer({ spec, seed, dataset, evaluateAt })
    const predict = (inputs: Float32Array, n: number) => trainer.predict(inputs, n)
    return {
      run: () => trainer.run(),
      weightHash: () => trainer.weightHash(),
      drawSurface: () => (grid ? drawSurface(predict, spec.loss.kind, grid) : null),
      predictSamples: () => {
        if (!isImage) return null
        return predictSamples(predict, spec.loss.kind, dataset.validation.inputs.subarray(0, count * size), count)
      },
    }
  }
}
