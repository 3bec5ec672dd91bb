import { DifferenceLoss } from './difference-loss'

/** Mean absolute error: |d|. The slope at 0 is undefined; PyTorch uses 0 there and so do we. */
export class MeanAbsoluteError extends DifferenceLoss {
  protected override penalty(difference: number): number {
    return Math.abs(difference)
  }

  protected override slope(difference: number): number {
    // The last branch gives 0 for 0 and passes NaN on.
    return difference > 0 ? 1 : difference < 0 ? -1 : difference
  }
}
