/** A worker that trains what it is asked to with the engine as pages get it, bundled, and tells where it came to. */
import {
  type Backend,
  buildDataset,
  createTrainer,
  encodeCheckpoint,
  loadKernels,
  parseCheckpoint,
  type Trainer,
  TWINS_BACKEND,
} from '@/lib/engine'
import { browserThreads, help, isHelper } from '@/lib/training/hardware/browser-threads'
import type { LabAnswer, LabBackend, LabQuestion } from './question'

/** Threads need the event loop to begin; a run that blocks it from the start would be over without them. */
async function awaitThreads(trainer: Trainer): Promise<void> {
  const { count } = trainer.threads
  for (let waitedMs = 0; trainer.threads.present < count; waitedMs += 10) {
    if (waitedMs > 10_000) throw new Error(`Of ${count} threads ${trainer.threads.present} have begun in ten seconds.`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

async function loadBackend(name: LabBackend): Promise<Backend> {
  if (name === 'twins') return TWINS_BACKEND
  const shared = name === 'kernels-shared'
  const files = await Promise.all(
    shared
      ? [
          read(new URL('../../lib/engine/kernels/build/kernels-shared.wasm', import.meta.url)),
          read(new URL('../../lib/engine/kernels/build/rare-kernels-shared.wasm', import.meta.url)),
        ]
      : [
          read(new URL('../../lib/engine/kernels/build/kernels.wasm', import.meta.url)),
          read(new URL('../../lib/engine/kernels/build/rare-kernels.wasm', import.meta.url)),
        ],
  )
  const [core, rare] = files as [Uint8Array, Uint8Array]
  const backend = loadKernels({ core, rare }, shared)
  if (backend === null) throw new Error('This browser cannot run the kernels.')
  return backend
}

async function read(url: URL): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(url)).arrayBuffer())
}

async function answer(question: LabQuestion): Promise<LabAnswer> {
  const { spec, seed, threads, checkpoint, until } = question
  const backend = await loadBackend(question.backend)
  const trainer = createTrainer({
    spec,
    seed,
    dataset: buildDataset(spec.data),
    backend,
    ...(threads > 1 ? { threads: { count: threads, spawn: browserThreads() } } : {}),
    ...(checkpoint === null ? {} : { checkpoint: parseCheckpoint(checkpoint) }),
  })
  await awaitThreads(trainer)
  for (const report of trainer.run()) {
    if (report.status === 'diverged') throw new Error(report.reason)
    if (report.status === 'stepped' && report.step === until) break
  }
  return { weightHash: trainer.weightHash(), checkpoint: encodeCheckpoint(trainer.checkpoint()), kind: backend.kind }
}

function listen(): void {
  self.onmessage = ({ data }: MessageEvent<LabQuestion>) => {
    answer(data).then(
      (found) => self.postMessage({ found }),
      (error: unknown) => self.postMessage({ problem: String(error) }),
    )
  }
}

if (isHelper()) help()
else listen()
