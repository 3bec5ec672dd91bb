import type { ProbeName } from '../spec/spec'

/** One number a probe read at one layer. */
export interface ProbeReading {
  probe: ProbeName
  /** Index into the spec's model. */
  layer: number
  value: number
  /** What the value was made of, by name; each probe's file says which. */
  details: Record<string, number>
}

/** Examples of the probe set: this many from the start of the (shuffled) training examples, or all of them. */
export const PROBE_SET_SIZE = 256

/**
 * Watches a network while examples run through it. `training-set` and `validation-set` probes see every such example,
 * forward only; `probe-set` probes see the probe set, forward and backward, the gradients being those of its mean loss;
 * `step` probes see no example, only what the last step did. The network is looked at as in validation: dropout lets
 * everything through, and no example is augmented.
 */
export interface Probe {
  readonly sees: 'training-set' | 'validation-set' | 'probe-set' | 'step'
  /** Called after each chunk of `count` examples. */
  observe(count: number): void
  /** Called once, after the last chunk. Empty where there is nothing to read. */
  readings(): ProbeReading[]
}
