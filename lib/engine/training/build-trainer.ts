/**
 * From a spec, a seed and a data set to a run that can begin. What not every run needs is handed in, so that a page's
 * worker loads what its run needs and no more. Not here: the run itself (trainer.ts).
 */
import type { Dataset } from '../data/dataset'
import { SpecError } from '../errors'
import type { Backend } from '../network/backend'
import type { SpawnThread } from '../network/crew/crew'
import { Network } from '../network/network'
import type { NetworkShape } from '../network/plan-network'
import type { RareLayers } from '../network/rare-layers'
import { compileWritten, type ParseActivation } from '../network/written-programs'
import { learningRateAt } from '../optim/learning-rate'
import type { ProbeKit } from '../probes/probe-kit'
import { isRareLayer } from '../spec/rare-layer'
import type { ExperimentSpec } from '../spec/spec'
import { multiplyAddsPerExample } from '../spec/work'
import { chunkSizeOf } from './chunk-size'
import { drawWeights } from './draw-weights'
import { Trainer } from './trainer'

export interface BuildOptions {
  spec: ExperimentSpec
  seed: number
  dataset: Dataset
  /** What computes: `loadKernels` gives the fast one, `TWINS_BACKEND` runs everywhere. Same bits. */
  backend: Backend
  /** How many threads work on a batch, this one included, and how the host starts the others. Needs shared kernels. */
  threads?: { count: number; spawn: SpawnThread }
  /** Steps to evaluate at besides the end of each epoch. */
  evaluateAt?: readonly number[]
  /** Plans the network once more with nothing fused, so that every layer can be read; probes have that done in any case. */
  inspect?: boolean
  /** Null: the model has no written activation. */
  parseActivation: ParseActivation | null
  /** Null: the spec has no probes. */
  probeKit: ProbeKit | null
  /** Null: the model has no layer that `isRareLayer`. */
  rareLayers: RareLayers | null
}

/**
 * Plans and fills the arena of a spec that `checkSpec` found no problem in.
 * @throws ShapeError where layers do not fit; SpecError where the spec has a written activation, probes or rare layers and
 *   what they need is null, or where all is more than a memory holds.
 */
export function buildTrainer(options: BuildOptions): Trainer {
  const { spec, seed, dataset, backend, threads, evaluateAt = [], inspect = false } = options
  const { parseActivation, probeKit, rareLayers } = options
  const probes = spec.probes ?? []
  if (probes.length > 0 && probeKit === null) {
    throw new SpecError(
      `The spec asks for ${probes.join(', ')}, and nothing was given that reads probes; pass probeKit.`,
    )
  }
  const work = multiplyAddsPerExample(spec.model, dataset.inputShape)
  const chunk = chunkSizeOf(spec.batch, work)
  // More threads than chunks would only wait.
  const useful = backend.kind === 'kernels' && backend.shared ? Math.ceil(spec.batch / chunk) : 1
  const helpers = Math.min(threads?.count ?? 1, useful) - 1
  const shape: NetworkShape = {
    model: spec.model,
    written: compileWritten(spec.model, parseActivation),
    inputShape: dataset.inputShape,
    trainCount: dataset.train.count,
    validationCount: dataset.validation.count,
    areBytes: dataset.train.levels !== undefined,
    batch: spec.batch,
    chunk,
    optimizer: spec.optimizer,
    loss: spec.loss,
    classes: dataset.classes?.length ?? null,
    inspect: inspect || probes.length > 0,
    threads: 1 + helpers,
  }
  const rare = spec.model.findIndex(isRareLayer)
  if (rare >= 0 && rareLayers === null) {
    throw new SpecError(
      `Layer ${rare} (${spec.model[rare]?.layer}) is not among those that every trainer has, and nothing was given that trains it; pass rareLayers.`,
    )
  }
  const build = (sized: NetworkShape, spawn: SpawnThread | null): Network => {
    const network = new Network(sized, backend, spawn, rareLayers)
    network.loadExamples('train', dataset.train)
    network.loadExamples('validation', dataset.validation)
    return network
  }
  const network = build(shape, threads?.spawn ?? null)
  drawWeights(network, spec.model, seed)
  network.prepare(network.plan.training)
  const steps = Math.floor(dataset.train.count / spec.batch) * spec.epochs
  const schedule = spec.schedule ?? { kind: 'constant' }
  const { learningRate, clipNorm, clipValue } = spec.optimizer
  return new Trainer({
    network,
    buildAlone: () => build({ ...shape, threads: 1 }, null),
    dataset,
    work,
    learningRateAt: (step) => learningRateAt(schedule, learningRate, step, steps),
    clipping: { clipNorm, clipValue },
    spec,
    seed,
    probeKit,
    evaluateAt,
  })
}
