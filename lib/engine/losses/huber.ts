import type { HuberSpec } from '../spec/loss-spec'
import { DifferenceLoss } from './difference-loss'
import type { LossSetting } from './loss'

/**
 * ½d² for |d| ≤ δ, beyond that the straight line δ·(|d| − ½δ) which goes on from it with slope δ: one outlier pulls no
 * harder than δ (Huber 1964, Robust estimation of a location parameter; PyTorch's huber_loss).
 */
export class Huber extends DifferenceLoss {
  private readonly delta: number

  constructor(setting: LossSetting, options: Omit<HuberSpec, 'kind'> = {}) {
    super(setting)
    this.delta = options.delta ?? 1
  }

  protected override penalty(difference: number): number {
    const { delta } = this
    const size = Math.abs(difference)
    return size > delta ? delta * (size - 0.5 * delta) : 0.5 * difference * difference
  }

  protected override slope(difference: number): number {
    const { delta } = this
    return difference > delta ? delta : difference < -delta ? -delta : difference
  }
}
