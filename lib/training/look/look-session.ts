/**
 * The worker's inside for looking into networks of images that were trained: it builds the network that the page names,
 * with nothing fused, gives it the page's weights, and reads from the network's own buffers. It knows no Worker and no
 * network: what it loads from is a port. It trains nothing (training-session.ts).
 */
import type { Dataset, ExperimentSpec, Trainer } from '@/lib/engine'
import { writeWeights } from '@/lib/engine/doors/look'
import { Inspection } from '@/lib/engine/doors/probes'
import { readInputs } from '@/lib/engine/doors/trainer'
import { sampleImages } from '@/lib/training/data/sample-images'
import { predictSamples } from '@/lib/training/model-views'
import type { RunRequest } from '@/lib/training/protocol'
import { needsOf } from '@/lib/training/trainer-parts'
import { worstMistakes } from './judgement'
import type { ImageLook, Judgement, LayerMaps, LookAnswer, LookQuestion } from './look-protocol'

export interface LookPort {
  /** Rejects in a sentence. */
  load(spec: ExperimentSpec): Promise<{ dataset: Dataset; build(request: RunRequest, inspect?: boolean): Trainer }>
}

type Loaded = Awaited<ReturnType<LookPort['load']>>

/** As many as fit a page's width in two rows. */
const MISTAKES = 12

export class LookSession {
  private loaded: { key: string; data: Promise<Loaded> } | null = null
  private built: { key: string; trainer: Trainer } | null = null

  constructor(private readonly port: LookPort) {}

  /** Never rejects: what goes wrong is an answer. */
  async answer(question: LookQuestion): Promise<LookAnswer> {
    try {
      const { dataset, build } = await this.load(question.spec)
      const trainer = this.network(question.spec, build)
      writeWeights(trainer.parts.network, question.weights)
      return {
        kind: 'look',
        image: lookAt(trainer, dataset, question),
        judgement: question.judge ? judge(trainer, dataset) : null,
      }
    } catch (error) {
      this.loaded = null
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
    }
  }

  private load(spec: ExperimentSpec): Promise<Loaded> {
    const key = JSON.stringify([spec.data, needsOf([spec])])
    if (this.loaded?.key !== key) {
      this.loaded = { key, data: this.port.load(spec) }
      this.built = null
    }
    return this.loaded.data
  }

  private network(spec: ExperimentSpec, build: Loaded['build']): Trainer {
    const key = JSON.stringify([spec.model, spec.loss])
    if (this.built?.key !== key) this.built = { key, trainer: build({ key: 'look', spec, seed: 0 }, true) }
    return this.built.trainer
  }
}

function lookAt(trainer: Trainer, dataset: Dataset, { image, layers }: LookQuestion): ImageLook {
  const { spec } = trainer.parts
  const place = Math.min(image, dataset.validation.count - 1)
  const inputs = held(dataset, place, 1)
  const said = predictSamples((given, count) => trainer.predict(given, count), spec.loss.kind, inputs, 1)
  return { place, picture: sampleImages(dataset.validation, [place]), said, maps: readMaps(trainer, inputs, layers) }
}

/** By the program in which nothing is fused: in the one that trains, a convolution with its activation and pool is one layer. */
function readMaps({ parts: { network } }: Trainer, inputs: Float32Array, layers: readonly number[]): LayerMaps[] {
  const program = network.plan.inspection
  if (program === null) throw new Error('This network was built without a program to look at it by.')
  const inspection = new Inspection(network, program)
  inspection.prepare()
  network.give(program, inputs, 1)
  return layers.flatMap((layer) => {
    const map = inspection.layers.find((one) => one.layer.index === layer)?.y
    if (map === undefined) return []
    const { height, width, channels } = map
    const values = new Float32Array(inspection.sizeOf(map))
    inspection.read(map, 1, values)
    return [{ layer, height, width, channels, values }]
  })
}

function judge(trainer: Trainer, dataset: Dataset): Judgement {
  const { validation } = dataset
  const inputs = held(dataset, 0, validation.count)
  const predict = (given: Float32Array, count: number) => trainer.predict(given, count)
  const said = predictSamples(predict, trainer.parts.spec.loss.kind, inputs, validation.count)
  const labels = [...validation.labels]
  const mistakes = worstMistakes(labels, said, MISTAKES)
  return { labels, said, mistakes, pictures: sampleImages(validation, mistakes) }
}

function held({ inputShape, validation }: Dataset, first: number, count: number): Float32Array {
  const size = inputShape.reduce((product, side) => product * side, 1)
  return readInputs(validation, size, first, count)
}
