/** What a network of the plane says, as numbers for a picture: its surface, the maps of its units, and one place exactly. */
import type { LossSpec, Trainer } from '@/lib/engine'
import { layerOutputs } from '@/lib/engine/doors/look'
import { drawSurface, planeGrid, sharesOf } from '@/lib/training/model-views'
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
    const outputs = trainer.look((network) => layerOutputs(network, this.layers, this.thumbnailGrid, count))
    return { side: THUMBNAIL, layers: outputs.map((values) => ({ units: values.length / count, values })) }
  }

  place(trainer: Trainer, x: number, y: number): PlaceReading {
    const inputs = Float32Array.of(x, y)
    const units = trainer.look((network) => layerOutputs(network, this.layers, inputs, 1))
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
