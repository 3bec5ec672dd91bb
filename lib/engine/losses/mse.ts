import { DifferenceLoss } from './difference-loss'

/** Mean squared error: d². Not halved, as in PyTorch and Keras. */
export class MeanSquaredError extends DifferenceLoss {
  protected override penalty(difference: number): number {
    return difference * difference
  }

  protected override slope(difference: number): number {
    return 2 * difference
  }
}
