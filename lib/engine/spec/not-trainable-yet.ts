import type { LayerKind, LayerSpec } from './layer-spec'
import type { Path } from './problem'
import type { ExperimentSpec } from './spec'

/** Something a spec can say but the trainer cannot do: `checkSpec` reports each use of it. */
export interface Feature {
  /** Begins the sentence `… cannot be trained by this engine yet`. */
  what: string
  /** The keys at which a spec uses it. */
  where(spec: ExperimentSpec): Path[]
}

function layersWith(test: (layer: LayerSpec) => boolean): Feature['where'] {
  return ({ model }) => model.flatMap((layer, index) => (test(layer) ? [['model', index]] : []))
}

function layerKind(kind: LayerKind): Feature {
  return { what: `A ${kind} layer`, where: layersWith(({ layer }) => layer === kind) }
}

/** What is removed from this list is thereby allowed. When it is empty, the list and its check go. */
export const NOT_TRAINABLE_YET: readonly Feature[] = [layerKind('batch-norm')]
