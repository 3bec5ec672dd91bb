/**
 * Blocks of the arena that decide what some layers do, by the layer's index in the model. The host writes them while a
 * run goes on: an intervention another activation, each step other random bits.
 */
import type { RunningStatistics } from '../nn/batch-norm'
import type { ArenaPlan } from '../program/arena'
import { counterKeyHigh, counterKeyLow } from '../random/counter'
import type { LayerSpec } from '../spec/layer-spec'
import { activationBlock, writtenBlock } from './activation-block'
import type { WrittenPrograms } from './written-programs'

export interface LayerBlocks {
  /** Which function an activation layer computes: see activation-block.ts. */
  settings: ReadonlyMap<number, number>
  /** The key of a dropout layer's random bits, two words: see random/counter.ts. */
  keys: ReadonlyMap<number, number>
  /** The layers that have one, once more: every step walks them, and a list's walk makes no objects. */
  dropouts: readonly number[]
  /** The running statistics of batch-norm layers, in their order. */
  running: readonly RunningStatistics[]
  /** What computes the activations that are written as expressions. */
  written: ReadonlyMap<number, WrittenPrograms>
}

const KEY_BYTES = 8

export function reserveBlocks(
  plan: ArenaPlan,
  model: readonly LayerSpec[],
  running: LayerBlocks['running'],
  written: LayerBlocks['written'],
): LayerBlocks {
  const settings = new Map<number, number>()
  const keys = new Map<number, number>()
  for (const [index, layer] of model.entries()) {
    if (layer.layer === 'activation') {
      const words =
        layer.name === 'expression' ? writtenBlock(plan, written.get(index) as WrittenPrograms) : activationBlock(layer)
      settings.set(index, plan.block(words))
    }
    if (layer.layer === 'dropout' || layer.layer === 'alpha-dropout') keys.set(index, plan.reserve('shared', KEY_BYTES))
  }
  return { settings, keys, dropouts: [...keys.keys()], running, written }
}

/** Gives every dropout layer the random bits of a step: the one after `step` completed ones. */
export function writeKeys(i32: Int32Array, { keys, dropouts }: LayerBlocks, seed: number, step: number): void {
  for (let i = 0; i < dropouts.length; i++) {
    const layer = dropouts[i] as number
    const address = keys.get(layer) as number
    i32[address >> 2] = counterKeyHigh(seed, 'dropout', layer, step)
    i32[(address >> 2) + 1] = counterKeyLow(seed, 'dropout', layer, step)
  }
}
