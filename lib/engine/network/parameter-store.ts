import type { Layer, ParameterPlace } from '../nn/layer'
import type { Parameter } from '../nn/parameter'
import type { ArenaPlan } from '../program/arena'
import { addressIn } from '../program/space'

/**
 * All parameters of a model side by side, in the order of the layers: one region of weights, and regions of the same
 * order for gradients and for what the optimizer keeps. Every program of a model finds them by (layer, kind).
 */
export class ParameterStore {
  readonly parameters: Parameter[] = []
  /** Floats of a region, padding included; a multiple of 4. */
  readonly length: number
  /** Address of the weights. */
  readonly weights: number

  constructor(plan: ArenaPlan, layers: Layer[]) {
    let offset = 0
    for (const layer of layers) {
      for (const shape of layer.parameters) {
        const name = `${layer.index}.${shape.kind}`
        this.parameters.push({ ...shape, name, layer: layer.index, offset })
        offset += shape.stored
      }
    }
    this.length = offset
    this.weights = plan.reserve('shared', offset * 4)
  }

  placesOf(layer: Layer): ParameterPlace[] {
    return layer.parameters.map(({ kind }) => {
      const parameter = this.parameters.find((one) => one.layer === layer.index && one.kind === kind)
      if (parameter === undefined) throw new Error(`no parameter ${layer.index}.${kind}`)
      const bytes = parameter.offset * 4
      return { value: this.weights + bytes, gradient: addressIn('gradient', bytes) }
    })
  }
}
