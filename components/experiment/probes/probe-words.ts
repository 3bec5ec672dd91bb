/** What each probe is called and what exactly it reads, in one place for gauges and for what stands there before them. */
import type { ProbeName } from '@/lib/engine'

export const UPDATE_WORDS = {
  title: 'How far a step moves the weights',
  definition:
    '‖Δw‖ ÷ ‖w‖ of the last step, by layer, biases left out. The scale is logarithmic, from 10⁻⁶ to 1; the mark is 10⁻³, a rule of thumb.',
}

export const HISTOGRAM_WORDS = {
  title: 'How activations are spread',
  definition:
    'All units, up to 256 training examples. Before: what comes into the activation; after: what leaves it. Bars count numbers in 32 bins of equal width; the thin line counts those that are exactly 0, and is cut off at the top.',
}

export const CALIBRATION_WORDS = {
  title: 'Calibration',
  definition:
    'Expected calibration error on the held-back examples: the gap between how often the network is right and the probability it gives to its answer, in 15 bins of that probability, averaged over the examples (Guo et al. 2017).',
  note: 'Across: how sure it is, 0 to 100 %. Up: how often it is right then. Bars below the dashed line are over-confident.',
}

export const gradientLabel = (layer: number) => `Gradient norm, layer ${layer}`
export const meanLabel = (layer: number) => `Outputs’ mean, variance, layer ${layer}`

const READS: Record<ProbeName, string> = {
  'dead-units': 'which units are dead',
  saturation: 'which are saturated',
  'gradient-norm': 'how large the gradients are',
  'activation-mean-variance': 'the outputs’ means and variances',
  'update-ratio': 'how far a step moves the weights',
  'activation-histogram': 'how activations are spread',
  calibration: 'whether its confidence can be believed',
}

/** `which units are dead, and how large the gradients are` */
export function whatProbesRead(probes: readonly ProbeName[]): string {
  const reads = (Object.keys(READS) as ProbeName[]).filter((name) => probes.includes(name)).map((name) => READS[name])
  return reads.length < 2 ? reads.join('') : `${reads.slice(0, -1).join(', ')} and ${reads.at(-1)}`
}
