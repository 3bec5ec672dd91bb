/**
 * What a page and the worker that looks into trained networks of images say to each other. The page hands in the weights,
 * so it does not matter who trained them, or when. Plain values that can be cloned.
 */
import type { ExperimentSpec, NamedNumbers } from '@/lib/engine'
import type { SampleImages, SamplePredictions } from '@/lib/training/protocol'

/** The name of a worker that is to look. */
export const LOOK = 'look'

export interface LookQuestion {
  /** Its data must be images. */
  spec: ExperimentSpec
  weights: NamedNumbers[]
  /** Place of a held-back image among them; one that is not there means the last. */
  image: number
  /** Layers whose outputs for that image are read, as indices into the model. */
  layers: number[]
  /** Whether all held-back images are judged too. */
  judge: boolean
}

/** What a network says of all held-back images, in their order. */
export interface Judgement {
  labels: number[]
  said: SamplePredictions
  /** Places of the wrong ones of which it is surest, the surest first; `pictures` are theirs. */
  mistakes: number[]
  pictures: SampleImages
}

/** What a layer puts out for one image: [height, width, channels]. */
export interface LayerMaps {
  layer: number
  height: number
  width: number
  channels: number
  values: Float32Array
}

export interface ImageLook {
  place: number
  picture: SampleImages
  said: SamplePredictions
  maps: LayerMaps[]
}

export type LookAnswer =
  | { kind: 'look'; image: ImageLook; judgement: Judgement | null }
  | { kind: 'failed'; message: string }
