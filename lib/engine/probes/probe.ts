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
 * Watches a model while examples run through it. `training-set` probes see every training example, forward only;
 * `probe-set` probes see the probe set, forward and backward, the gradients being those of its mean loss.
 */
export interface Probe {
  readonly sees: 'training-set' | 'probe-set'
  /** Called after each chunk of `count` examples. */
  observe(count: number): void
  /** Called once, after the last chunk. */
  readings(): ProbeReading[]
}
