import type { CurvePoint } from './protocol'

/** A saved run keeps at most this many points a curve (lib/events/event.ts). */
export const CURVE_POINTS = 200

/**
 * Thins a curve of known length while it is made: the mean of each `ceil(steps / 200)` neighbouring
 * steps, placed at the last of them. Short runs keep every step.
 */
export class CurveSampler {
  private readonly width: number
  private sum = 0
  private count = 0
  private lastStep = 0
  private fresh: CurvePoint[] = []

  constructor(steps: number, points = CURVE_POINTS) {
    this.width = Math.max(1, Math.ceil(steps / points))
  }

  /** A value that is no number ends no bucket and spoils none: it is left out. */
  add(step: number, value: number): void {
    if (!Number.isFinite(value)) return
    this.sum += value
    this.count++
    this.lastStep = step
    if (this.count === this.width) this.close()
  }

  /** Ends the last bucket early: the run is over. */
  close(): void {
    if (this.count > 0) this.fresh.push([this.lastStep, this.sum / this.count])
    this.sum = 0
    this.count = 0
  }

  /** The points completed since the last call. */
  take(): CurvePoint[] {
    const points = this.fresh
    this.fresh = []
    return points
  }
}
