import { ActivationLayer } from './activation-layer'
import type { Module, Parameter } from './module'

/** Layers one after another. The trainer walks `layers` itself, to give up control between them. */
export class Sequential {
  readonly layers: readonly Module[]
  readonly parameters: readonly Parameter[]

  constructor(
    layers: Module[],
    /** Examples a call at most. */
    readonly capacity: number,
  ) {
    this.layers = layers
    this.parameters = layers.flatMap((layer) => layer.parameters())
    this.prepare()
  }

  prepare(): void {
    for (const layer of this.layers) layer.prepare()
  }

  forward(input: Float32Array, count: number): Float32Array {
    let x = input
    for (const layer of this.layers) x = layer.forward(x, count)
    return x
  }

  backward(outputGradient: Float32Array, count: number): void {
    let g = outputGradient
    for (let i = this.layers.length - 1; i >= 0; i--) g = (this.layers[i] as Module).backward(g, count)
  }

  /** Takes over weights and activations of a model of the same layers. */
  copyFrom(other: Sequential): void {
    for (const [p, parameter] of this.parameters.entries()) {
      parameter.value.set(other.parameters[p]?.value ?? parameter.value)
    }
    for (const { index, layer } of other.activationLayers()) {
      const own = this.layers[index]
      if (own instanceof ActivationLayer) own.swap(layer.activation, layer.settings)
    }
    this.prepare()
  }

  activationLayers(): { index: number; layer: ActivationLayer }[] {
    return this.layers.flatMap((layer, index) => (layer instanceof ActivationLayer ? [{ index, layer }] : []))
  }
}
