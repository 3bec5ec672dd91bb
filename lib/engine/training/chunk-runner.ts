/**
 * Runs chunks of examples through a model and its loss, giving up control between layers once enough work has been
 * done. Work is counted, not timed: the engine has no clock. Not here: what is done with losses and gradients.
 */
import type { Examples } from '../data/dataset'
import type { Loss } from '../losses/loss'
import type { Module } from '../nn/module'
import type { Sequential } from '../nn/sequential'
import { ExamplesReader } from './examples-reader'

/** Multiply-adds between two heartbeats: some 3 ms at a plain-TypeScript 2 × 10⁹ a second. */
const WORK_PER_BEAT = 6_000_000

export class ChunkRunner {
  private readonly reader: ExamplesReader
  private work = 0

  constructor(
    private readonly model: Sequential,
    readonly loss: Loss,
    inputShape: number[],
  ) {
    this.reader = new ExamplesReader(inputShape, model.capacity)
  }

  /** Forward and loss of examples `first` … of `order`; yields where control may be given up. */
  *forward(
    examples: Examples,
    first: number,
    count: number,
    order: Uint32Array | null,
    scale: number,
  ): Generator<void> {
    this.reader.read(examples, first, count, order)
    const { layers } = this.model
    let x = this.reader.inputs
    for (let i = 0; i < layers.length; i++) {
      const layer = layers[i] as Module
      x = layer.forward(x, count)
      if (this.isBeatDue(layer.work * count)) yield
    }
    this.loss.measure(x, this.reader.targets, count, scale)
  }

  /** Backward from the loss's gradient; the parameters' partials then hold this chunk's share. */
  *backward(count: number): Generator<void> {
    const { layers } = this.model
    let g = this.loss.gradient
    for (let i = layers.length - 1; i >= 0; i--) {
      const layer = layers[i] as Module
      g = layer.backward(g, count)
      if (this.isBeatDue(2 * layer.work * count)) yield
    }
  }

  /** Adds the chunk's partial gradients to the batch's; the first chunk of a batch replaces what was there. */
  reduce(isFirst: boolean): void {
    const { parameters } = this.model
    for (let p = 0; p < parameters.length; p++) {
      const parameter = parameters[p]
      if (parameter === undefined) continue
      const { gradient, partial } = parameter
      if (isFirst) gradient.set(partial)
      else for (let i = 0; i < gradient.length; i++) gradient[i] = (gradient[i] as number) + (partial[i] as number)
    }
  }

  private isBeatDue(work: number): boolean {
    this.work += work
    if (this.work < WORK_PER_BEAT) return false
    this.work = 0
    return true
  }
}
