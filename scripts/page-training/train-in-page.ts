/**
 * Trains one network in a real page of the production build, as the page's own code does it, and writes down what the
 * trainer's worker fetched and when its first step was reported. Photographs are made up here, so that every machine
 * measures the same. Used by the figures that the documents quote (figures.ts) and by the tests that guard them.
 */
import { get } from 'node:http'
import type { Page, Request } from '@playwright/test'
import { CIFAR10_RECORD_BYTES, costOf, type ExperimentSpec, type LayerSpec } from '@/lib/engine'
import { TRAINER_ADDRESS } from '@/lib/training/build/trainer-address'
import type { PlannedRun, TrainingMessage } from '@/lib/training/protocol'

export interface Transfer {
  path: string
  /** Of the body, as it came over the wire. */
  bytes: number
}

export interface PageTraining {
  transfers: Transfer[]
  /** From the start command, worker and all not yet fetched. */
  startToFirstStepMs: number
  /** From the last byte of the data; null where the worker made them itself. */
  dataToFirstStepMs: number | null
}

const block = (channels: number): LayerSpec[] => [
  { layer: 'conv2d', channels, kernel: 3 },
  { layer: 'activation', name: 'relu' },
  { layer: 'max-pool2d', size: 2 },
]

/** ENGINE.md's networks. */
export const REFERENCE_CNN: ExperimentSpec = {
  version: 1,
  data: { kind: 'cifar10', train: 4000, validation: 1000, standardise: 'per-channel' },
  model: [...block(16), ...block(32), ...block(64), { layer: 'flatten' }, { layer: 'linear', units: 10 }],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'adam', learningRate: 0.001 },
  batch: 32,
  epochs: 1,
  seeds: [0],
}

const tanh: LayerSpec = { layer: 'activation', name: 'tanh' }

export const SMALL_MLP: ExperimentSpec = {
  version: 1,
  data: { kind: 'spiral', samples: 400, noise: 0.1, seed: 7, validation: 0.2 },
  model: [
    { layer: 'linear', units: 8 },
    tanh,
    { layer: 'linear', units: 8 },
    tanh,
    { layer: 'linear', units: 1 },
    tanh,
  ],
  loss: { kind: 'mse' },
  optimizer: { kind: 'sgd', learningRate: 0.03 },
  batch: 10,
  epochs: 100,
  seeds: [0],
}

/** A page of the site that trains nothing by itself: on the start page a network of its own would be fetched beside. */
const QUIET_PAGE = '/legal/terms'

/** Trains until the first step is reported. `page` is a new one; `site` is what addresses are relative to. */
export async function trainInPage(page: Page, spec: ExperimentSpec, site = ''): Promise<PageTraining> {
  await page.goto(`${site}${QUIET_PAGE}`)
  await serveMadeUpImages(page)
  // What the page itself prefetches is none of the worker's.
  await page.waitForLoadState('networkidle')
  const addresses = new Set<string>()
  const note = (request: Request) => addresses.add(request.url())
  page.context().on('request', note)
  const run: PlannedRun = { key: 'measured', spec, seed: 0, cost: costOf(spec) }
  const { startedAt, arrivedAt, steppedAt } = await page.evaluate(watchFirstStep, { address: TRAINER_ADDRESS, run })
  page.context().off('request', note)
  const engine = [...addresses].filter((address) => !new URL(address).pathname.startsWith('/api/'))
  return {
    transfers: await Promise.all(engine.map(askCompressed)),
    startToFirstStepMs: steppedAt - startedAt,
    dataToFirstStepMs: arrivedAt === null ? null : steppedAt - arrivedAt,
  }
}

/** A browser does not tell what a worker's own script weighed, so each file is asked for once more. */
function askCompressed(address: string): Promise<Transfer> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.on('end', () => resolve({ path: new URL(address).pathname, bytes }))
    }).on('error', reject)
  })
}

/** Runs in the page: everything it needs is in its argument. */
function watchFirstStep({ address, run }: { address: string; run: PlannedRun }) {
  return new Promise<{ startedAt: number; arrivedAt: number | null; steppedAt: number }>((resolve, reject) => {
    const startedAt = performance.now()
    let arrivedAt: number | null = null
    const worker = new Worker(address, { type: 'module', name: 'trainer' })
    worker.onerror = ({ message }) => reject(new Error(message || 'The worker could not be loaded.'))
    worker.onmessage = ({ data: message }: MessageEvent<TrainingMessage>) => {
      if (message.kind === 'failed') reject(new Error(message.failure.message))
      if (message.kind === 'loading' && message.totalBytes > 0 && message.doneBytes === message.totalBytes) {
        arrivedAt ??= performance.now()
      }
      if (message.kind !== 'progress' || message.run.step === 0) return
      worker.terminate()
      resolve({ startedAt, arrivedAt, steppedAt: performance.now() })
    }
    worker.postMessage({ kind: 'start', runs: [run], paused: false })
  })
}

async function serveMadeUpImages(page: Page): Promise<void> {
  const files = ['data_batch_1.bin', 'test_batch.bin'].map((name) => {
    return { name, url: `/api/datasets/cifar10/${name}`, bytes: 10_000 * CIFAR10_RECORD_BYTES }
  })
  await page.route('**/api/datasets/cifar10', (route) => route.fulfill({ json: { available: true, files } }))
  await page.route('**/api/datasets/cifar10/*.bin', (route) => {
    const last = Number(
      route
        .request()
        .headers()
        .range?.match(/-(\d+)$/)?.[1] ?? 10_000 * CIFAR10_RECORD_BYTES - 1,
    )
    return route.fulfill({
      status: 206,
      contentType: 'application/octet-stream',
      body: Buffer.from(madeUpRecords(last + 1)),
    })
  })
}

function madeUpRecords(bytes: number): Uint8Array {
  const records = Uint8Array.from({ length: bytes }, (_, i) => (i * 73 + (i >> 7) * 31) & 255)
  for (let at = 0; at < bytes; at += CIFAR10_RECORD_BYTES) records[at] = (at / CIFAR10_RECORD_BYTES) % 10
  return records
}
