import { BINS_A_SIDE, DoublingHistogram } from './doubling-histogram'
import type { LayerView } from './layer-view'
import type { Probe, ProbeReading } from './probe'

/**
 * How the numbers before and behind an activation layer are spread, over all units and probe-set examples. The value is
 * the part of the outputs that are exactly 0, the layer's sparsity (Glorot, Bordes and Bengio 2011, section 3).
 *
 * Details, for the pre-activations `input.…` and for the outputs `output.…`: `width` of a bin, a power of two; the
 * counts `zeros`, `notFinite`, and `bin-16` … `bin15`. Bin k ≥ 0 is (k·width, (k + 1)·width], bin k < 0 is
 * [k·width, (k + 1)·width): 32 bins from −16·width to 16·width, doubling-histogram.ts says how wide.
 */
export class ActivationHistogram implements Probe {
  readonly sees = 'probe-set'
  private readonly inputs = new DoublingHistogram()
  private readonly outputs = new DoublingHistogram()
  private seen = 0

  constructor(private readonly layer: LayerView) {}

  observe(count: number): void {
    this.layer.read(count)
    const { input, output, size } = this.layer
    const length = count * size
    for (let i = 0; i < length; i++) {
      this.inputs.add(input[i] as number)
      this.outputs.add(output[i] as number)
    }
    this.seen += length
  }

  readings(): ProbeReading[] {
    const details = { ...named('input', this.inputs), ...named('output', this.outputs) }
    const value = this.outputs.zeros / this.seen
    return [{ probe: 'activation-histogram', layer: this.layer.index, value, details }]
  }
}

function named(side: 'input' | 'output', { width, zeros, notFinite, below, above }: DoublingHistogram) {
  const bins = Array.from({ length: 2 * BINS_A_SIDE }, (_, i): [string, number] => {
    const k = i - BINS_A_SIDE
    return [`${side}.bin${k}`, (k < 0 ? below[-1 - k] : above[k]) as number]
  })
  return {
    [`${side}.width`]: width,
    [`${side}.zeros`]: zeros,
    [`${side}.notFinite`]: notFinite,
    ...Object.fromEntries(bins),
  }
}
