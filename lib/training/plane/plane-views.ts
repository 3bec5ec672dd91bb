/** What a network of the plane says, as numbers for a picture: its surface, the maps of its units, and one place exactly. */
import type { LossSpec, Trainer } from '@/lib/engine'
import { layerOutputs } from '@/lib/engine/doors/look'
import { isDifference } from '@/lib/engine/doors/trainer'
import { drawSurface, planeGrid } from '@/lib/training/data/point-views'
import { winnerOf } from '@/lib/training/model-views'
import type { Surface } from '@/lib/training/protocol'
import type { PlaceReading, UnitMaps } from './plane-protocol'

/** Points along each side: of the surface, and of a unit's map, which is a thumbnail. */
const SURFACE = 100
const THUMBNAIL = 26

export class PlaneViews {
  private readonly surfaceGrid: Float32Array
  private readonly thumbnailGrid: Float32Array

  /** `layers`: indices of the layers whose units are shown, each behind its activation. */
  constructor(
    readonly extent: number,
    private readonly loss: LossSpec['kind'],
    private readonly layers: readonly number[],
  ) {
    this.surfaceGrid = planeGrid(extent, SURFACE)
    this.thumbnailGrid = planeGrid(extent, THUMBNAIL)
  }

  surface(trainer: Trainer): Surface {
    return drawSurface((inputs, count) => trainer.predict(inputs, count), this.loss, this.surfaceGrid, SURFACE)
  }

  units(trainer: Trainer): UnitMaps {
    const count = THUMBNAIL * THUMBNAIL
    const outputs = layerOutputs(trainer.parts.network, this.layers, this.thumbnailGrid, count)
    return { side: THUMBNAIL, layers: outputs.map((values) => ({ units: values.length / count, values })) }
  }

  place(trainer: Trainer, x: number, y: number): PlaceReading {
    const inputs = Float32Array.of(x, y)
    const units = layerOutputs(trainer.parts.network, this.layers, inputs, 1)
    const outputs = trainer.predict(inputs, 1)
    return {
      x,
      y,
      outputs: [...outputs],
      shares: sharesOf(outputs, this.loss),
      units: units.map((values) => [...values]),
    }
  }
}

/**
 * How likely each class is. A loss on differences gives no probabilities: with one output, how far it is on each side; with
 * one a class, the outputs as they are, cut to 0..1.
 */
function sharesOf(outputs: Float32Array, loss: LossSpec['kind']): number[] {
  if (outputs.length === 1) {
    const { index, confidence } = winnerOf(outputs, loss)
    return index === 1 ? [1 - confidence, confidence] : [confidence, 1 - confidence]
  }
  if (isDifference({ kind: loss } as LossSpec)) return Array.from(outputs, (value) => Math.min(1, Math.max(0, value)))
  const largest = Math.max(...outputs)
  const powers = Array.from(outputs, (value) => Math.exp(value - largest))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}
